package io.quayside.desktop.ui.shell;

import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.shell.key.KeyBindings;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What the frame offers to the pages and palette sources in it. FX thread.
public interface ShellContext {
    Navigator navigator();

    Announcer announcer();

    Modal modal();

    Commands commands();

    /// Which keys the commands have now, for tooltips and menus.
    KeyBindings keys();

    /// Puts a text on the clipboard, and says so.
    default void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        announcer().announce("Copied");
    }

    /// Asks before something goes for good; `act` runs when it is confirmed.
    default void ask(Confirmation question, Runnable act) {
        ConfirmPanel panel = new ConfirmPanel(
                question,
                () -> {
                    modal().close();
                    act.run();
                },
                modal()::close);
        modal().show(panel, () -> {});
        panel.focusCancel();
    }
}
