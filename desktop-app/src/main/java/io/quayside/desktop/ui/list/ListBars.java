package io.quayside.desktop.ui.list;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The filter bar, or what can be done with the checked rows while there are any. FX thread.
public final class ListBars extends StackPane {
    /// @param filter with nothing checked
    /// @param bulk with something checked
    public ListBars(Node filter, BulkBar<?> bulk, HeaderCheck.Checks checks) {
        checks.checkedCountProperty().subscribe(count -> getChildren().setAll(count.intValue() > 0 ? bulk : filter));
    }

    /// Gives way while this is seen, which says that the list is as of some time ago.
    public ListBars unless(Node banner) {
        managedProperty().bind(banner.visibleProperty().not());
        visibleProperty().bind(managedProperty());
        return this;
    }
}
