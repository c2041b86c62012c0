package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageUser;
import java.util.List;
import javafx.scene.control.ContextMenu;

/// What rows ask of their page. FX thread.
public interface ImageListener {
    /// Goes to what a row stands for.
    void open(ImageRow row);

    /// Goes to a container.
    void open(ImageUser container);

    /// What can be done with these rows.
    ContextMenu menu(List<ImageRow> rows);

    /// Takes back the deletion of a row.
    void undoDelete(ImageRow row);
}
