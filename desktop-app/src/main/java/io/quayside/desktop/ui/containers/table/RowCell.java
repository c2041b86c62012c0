package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProblemRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TreeTableCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A cell that follows the properties of its row while it shows it.
abstract class RowCell extends TreeTableCell<RowItem, RowItem> {
    private Subscription following = Subscription.EMPTY;
    private @Nullable RowItem shown;

    RowCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setText(null);
    }

    @Override
    protected final void updateItem(@Nullable RowItem item, boolean empty) {
        super.updateItem(item, empty);
        RowItem next = empty ? null : item;
        if (Objects.equals(next, shown)) {
            return;
        }
        following.unsubscribe();
        following = Subscription.EMPTY;
        shown = next;
        switch (next) {
            case ContainerRow row -> following = container(row);
            case ProjectRow row -> following = project(row);
            case ProblemRow ignored -> show(null);
            case null -> show(null);
        }
    }

    /// Shows a container and follows it.
    abstract Subscription container(ContainerRow row);

    /// Shows a project and follows it.
    abstract Subscription project(ProjectRow row);

    final void show(@Nullable Node node) {
        if (!Objects.equals(getGraphic(), node)) {
            setGraphic(node);
        }
    }
}
