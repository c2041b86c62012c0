package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.images.row.ImageItem;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import javafx.util.Subscription;

/// A cell of the table of images.
abstract class ImageCell extends FollowingCell<ImageItem> {
    @Override
    protected final Subscription follow(ImageItem item) {
        return switch (item) {
            case ImageRow row -> image(row);
            case RepositoryRow row -> repository(row);
        };
    }

    abstract Subscription image(ImageRow row);

    Subscription repository(RepositoryRow row) {
        return Subscription.EMPTY;
    }
}
