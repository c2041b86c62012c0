package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.terminal.SessionState;
import io.quayside.terminal.TerminalSize;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// The line below the terminal: where the session stands, and the equivalent command. FX thread.
final class TerminalFooter extends HBox {
    private final Label state = new Label();
    private final Label command = new Label();
    private final StateGlyphView glyph = new StateGlyphView(StateGlyph.RUNNING);
    private Subscription following = Subscription.EMPTY;

    /// @param copy puts a text on the clipboard
    TerminalFooter(Consumer<String> copy) {
        super(8);
        state.setId("terminal-state");
        state.setMinWidth(USE_PREF_SIZE);
        command.setId("terminal-command");
        command.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        command.setTextOverrun(OverrunStyle.ELLIPSIS);
        command.setMinWidth(0);
        Gap gap = new Gap();
        IconButton copyCommand = new IconButton(Icons.COPY, "Copy the command", () -> copy.accept(command.getText()));
        Label copyHint = hint("Copy");
        Label findHint = hint("Find");
        getStyleClass().addAll(StyleClasses.FOOTER, StyleClasses.META, "terminal-footer");
        getChildren()
                .addAll(
                        glyph,
                        state,
                        command,
                        copyCommand,
                        gap,
                        Kbd.of("Mod+Shift+C"),
                        copyHint,
                        Kbd.of("Mod+Shift+F"),
                        findHint);
    }

    private static Label hint(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MUTED);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    void show(TerminalModel model, SessionPane pane) {
        following.unsubscribe();
        command.setText(SafeText.line(model.commandLine()));
        String readOnly = model.kind().readOnly();
        following = model.stateProperty()
                .subscribe(now -> update(now, pane.view().sizeProperty().get(), readOnly))
                .and(pane.view()
                        .sizeProperty()
                        .subscribe(size -> update(model.stateProperty().get(), size, readOnly)));
    }

    private void update(SessionState now, TerminalSize size, String readOnly) {
        glyph.setVisible(now instanceof SessionState.Connected);
        glyph.setManaged(glyph.isVisible());
        state.setText(
                switch (now) {
                    case SessionState.Starting starting -> "Connecting…";
                    case SessionState.Connected connected ->
                        "Connected, " + size + (readOnly.isEmpty() ? "" : ". " + readOnly);
                    case SessionState.Ended ended -> "Ended";
                    case SessionState.Failed failed -> "Not connected";
                });
    }
}
