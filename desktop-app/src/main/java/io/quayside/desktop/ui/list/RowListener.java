package io.quayside.desktop.ui.list;

import java.util.List;
import javafx.scene.control.ContextMenu;

/// What the rows of a list ask of their page. FX thread.
///
/// @param <R> a row
public interface RowListener<R> {
    /// Shows what a row stands for.
    void open(R row);

    /// What can be done with these rows.
    ContextMenu menu(List<R> rows);
}
