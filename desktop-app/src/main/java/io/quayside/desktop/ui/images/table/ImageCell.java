package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.images.row.ImageItem;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A cell that follows its row while it shows it.
abstract class ImageCell extends TableCell<ImageItem, ImageItem> {
    private Subscription following = Subscription.EMPTY;
    private @Nullable ImageItem shown;

    @Override
    protected final void updateItem(@Nullable ImageItem item, boolean empty) {
        super.updateItem(item, empty);
        ImageItem next = empty ? null : item;
        if (next == shown) {
            return;
        }
        shown = next;
        following.unsubscribe();
        show(null);
        following = switch (next) {
            case ImageRow row -> image(row);
            case RepositoryRow row -> repository(row);
            case null -> Subscription.EMPTY;
        };
    }

    abstract Subscription image(ImageRow row);

    Subscription repository(RepositoryRow row) {
        return Subscription.EMPTY;
    }

    final void show(@Nullable Node node) {
        setGraphic(node);
    }
}
