package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done with all checked rows. There while there are any.
public final class NetworksBulkBar extends HBox {
    private final NetworksViewModel model;
    private final Label count = new Label();
    private final ActionButton delete;

    public NetworksBulkBar(NetworksViewModel model, NetworkListener page) {
        this.model = model;
        getStyleClass().add(StyleClasses.BULK_BAR);
        count.getStyleClass().add(StyleClasses.STRONG);
        count.setMinWidth(USE_PREF_SIZE);
        Label hint = new Label("Space toggles, Esc clears");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        this.delete = new ActionButton(
                        "Delete",
                        Icons.DELETE,
                        () -> model.deletion().delete(model.selection().targets(), page::ask))
                .small()
                .danger();
        delete.setMinWidth(USE_PREF_SIZE);
        IconButton close = new IconButton(
                Icons.CLOSE,
                Icons.SMALL,
                "Clear the selection",
                () -> model.selection().clear());
        getChildren().addAll(count, hint, gap, delete, close);
        model.selection().checkedCountProperty().subscribe(ignored -> update());
        model.itemsProperty().subscribe(ignored -> update());
    }

    private void update() {
        int checked = model.selection().checkedCountProperty().get();
        setVisible(checked > 0);
        setManaged(checked > 0);
        count.setText(checked + " selected");
        delete.setUnavailable(
                model.selection().targets().stream()
                                .anyMatch(row -> row.line().notDeletable().isEmpty())
                        ? Optional.empty()
                        : Optional.of("None of them can be deleted now"));
    }
}
