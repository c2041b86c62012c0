package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.desktop.ui.list.RowSelection;

/// The containers that actions go to, by their ids. FX thread.
public final class Selection extends RowSelection<ContainerRow> {
    Selection(RowBook book, Runnable changed) {
        super(book::row, changed);
    }
}
