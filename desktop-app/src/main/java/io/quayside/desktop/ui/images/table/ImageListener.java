package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageUser;
import io.quayside.desktop.ui.list.RowListener;

/// What rows ask of their page. FX thread.
public interface ImageListener extends RowListener<ImageRow> {
    /// Goes to a container.
    void open(ImageUser container);

    /// Takes back the deletion of a row.
    void undoDelete(ImageRow row);
}
