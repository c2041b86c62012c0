package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.shell.ShellContext;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Where the keyboard goes on a page with a list: from the filter down into the table, and to the table when the first
/// rows come. FX thread.
public final class ListKeyboard {
    private final ShellContext shell;
    private final SearchField filter;

    /// @param focusTable puts the focus on the current row, or the first
    public ListKeyboard(ShellContext shell, SearchField filter, Runnable focusTable) {
        this.shell = shell;
        this.filter = filter;
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusTable.run();
                event.consume();
            }
        });
    }

    /// The table takes the keyboard when its first rows come, unless somebody writes already or is asked something.
    ///
    /// @param wanted whether the table is what the page is about now
    public void takeWithRows(ReadOnlyObjectProperty<ListState> state, Node table, BooleanSupplier wanted) {
        state.subscribe((before, now) -> {
            if (now == ListState.ROWS && before != ListState.NO_HITS && before != ListState.EMPTY) {
                Scene scene = table.getScene();
                if (scene != null
                        && !shell.modal().openProperty().get()
                        && !(scene.getFocusOwner() instanceof TextInputControl)
                        && wanted.getAsBoolean()) {
                    table.requestFocus();
                }
            }
        });
    }

    /// Into the filter.
    public void toFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Into the filter, whose bar comes back when nothing is checked.
    public void toFilter(RowSelection<?> selection) {
        selection.clear();
        toFilter();
    }
}
