package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.BiConsumer;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Asks which signal a process gets, and says what happens then. Hidden until asked for. FX thread.
final class SignalForm extends VBox {
    private final BiConsumer<SignalChoice, ProcessFacts> onSend;
    private final Runnable onClosed;
    private final ChoiceBox<SignalChoice> signal = new ChoiceBox<>();
    private final Label target = new Label();
    private final Label words = new Label();
    private final ActionButton send = new ActionButton("Send", this::send);
    private @Nullable ProcessFacts process;
    private String container = "";
    private boolean main;

    SignalForm(BiConsumer<SignalChoice, ProcessFacts> onSend, Runnable onClosed) {
        super(6);
        this.onSend = onSend;
        this.onClosed = onClosed;
        setId("processes-signal");
        getStyleClass().addAll(StyleClasses.BAR, "signal-form");
        signal.getItems().setAll(SignalChoice.values());
        signal.setId("processes-signal-name");
        signal.setAccessibleText("Signal");
        target.setMinWidth(0);
        target.getStyleClass().add(StyleClasses.META);
        words.setId("processes-signal-words");
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        words.setWrapText(true);
        Gap gap = new Gap();
        send.small().primary();
        send.setId("processes-signal-send");
        send.setMinWidth(USE_PREF_SIZE);
        ActionButton cancel = new ActionButton("Cancel", this::cancel).small().ghost();
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, new Label("Send"), signal, target, gap, cancel, send);
        line.getStyleClass().add("line");
        getChildren().addAll(line, words);
        signal.valueProperty().subscribe(ignored -> says());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancel();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                send();
                event.consume();
            }
        });
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param isMain whether the container stands and falls with it
    void ask(ProcessFacts which, String containerName, boolean isMain) {
        process = which;
        container = containerName;
        main = isMain;
        target.setText("to " + which.pid() + ", " + SafeText.line(which.command()));
        signal.setValue(SignalChoice.SIGTERM);
        says();
        setVisible(true);
        signal.requestFocus();
    }

    /// @return whether it was open
    boolean cancel() {
        boolean open = isVisible();
        setVisible(false);
        process = null;
        if (open) {
            onClosed.run();
        }
        return open;
    }

    /// The process may have ended while it was asked about.
    void ended(java.util.function.LongPredicate lives) {
        if (process != null && !lives.test(process.pid())) {
            cancel();
        }
    }

    private void says() {
        SignalChoice chosen = signal.getValue();
        if (chosen != null) {
            words.setText(chosen.words(container, main));
            send.setText("Send " + chosen);
        }
    }

    private void send() {
        ProcessFacts which = process;
        SignalChoice chosen = signal.getValue();
        cancel();
        if (which != null && chosen != null) {
            onSend.accept(chosen, which);
        }
    }
}
