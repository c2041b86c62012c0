package io.quayside.terminal.fx;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The context menu of a terminal. FX thread.
final class TerminalMenu {
    private final ContextMenu menu;
    private final MenuItem copy = new MenuItem("Copy");

    TerminalMenu(TerminalView view, TerminalHost host) {
        copy.setOnAction(event -> view.copy());
        MenuItem paste = new MenuItem("Paste");
        paste.setOnAction(event -> view.pasteFromClipboard());
        MenuItem all = new MenuItem("Select all");
        all.setOnAction(event -> view.selectAll());
        MenuItem find = new MenuItem("Find…");
        find.setOnAction(event -> host.findRequested());
        menu = new ContextMenu(copy, paste, new SeparatorMenuItem(), all, find);
    }

    void show(TerminalView view, double screenX, double screenY) {
        copy.setDisable(view.selectedText().isEmpty());
        menu.show(view, screenX, screenY);
    }

    void hide() {
        menu.hide();
    }
}
