package io.quayside.terminal.fx;

import io.quayside.terminal.emulator.InputEncoder;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodRequests;
import javafx.scene.input.InputMethodTextRun;

/// Text that an input method is putting together: shown at the caret, sent when it is done. FX thread.
final class ComposedText implements InputMethodRequests {
    private final TerminalView view;
    private final Consumer<byte[]> send;
    private String text = "";

    ComposedText(TerminalView view, Consumer<byte[]> send) {
        this.view = view;
        this.send = send;
        view.setInputMethodRequests(this);
        view.setOnInputMethodTextChanged(this::changed);
    }

    private void changed(InputMethodEvent event) {
        StringBuilder held = new StringBuilder();
        for (InputMethodTextRun run : event.getComposed()) {
            held.append(run.getText());
        }
        text = held.toString();
        if (!event.getCommitted().isEmpty()) {
            send.accept(InputEncoder.text(event.getCommitted(), false));
        }
        view.changed();
        event.consume();
    }

    String text() {
        return text;
    }

    @Override
    public Point2D getTextLocation(int offset) {
        Point2D point = view.localToScreen(view.caretPoint());
        return point == null ? Point2D.ZERO : point;
    }

    @Override
    public int getLocationOffset(int x, int y) {
        return 0;
    }

    @Override
    public void cancelLatestCommittedText() {
        // What was sent to a program can't be taken back.
    }

    @Override
    public String getSelectedText() {
        return view.selectedText();
    }
}
