package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Asks where a new session starts and with which environment. Hidden until asked for; what was written stays. FX
/// thread.
final class SessionForm extends HBox {
    private final BiConsumer<String, List<String>> onOpen;
    private final Runnable onCancel;
    private final TextField folder = new TextField();
    private final TextField environment = new TextField();
    private final Label wrong = new Label();

    /// @param onOpen takes the folder, empty for the container's own, and the environment
    SessionForm(BiConsumer<String, List<String>> onOpen, Runnable onCancel) {
        super(8);
        this.onCancel = onCancel;
        this.onOpen = onOpen;
        folder.setId("terminal-folder");
        folder.setPromptText("The container's own");
        folder.setPrefColumnCount(14);
        environment.setId("terminal-environment");
        environment.setPromptText("NAME=value OTHER='two words'");
        environment.setPrefColumnCount(24);
        HBox.setHgrow(environment, Priority.ALWAYS);
        wrong.setId("terminal-environment-problem");
        wrong.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        environment.textProperty().subscribe(text -> wrong.setText(""));
        ActionButton open =
                new ActionButton("Open session", this::submit).small().primary();
        open.setId("terminal-form-open");
        getStyleClass().addAll(StyleClasses.BAR, "terminal-form");
        getChildren()
                .addAll(
                        label("Folder", folder),
                        folder,
                        label("Environment", environment),
                        environment,
                        wrong,
                        open,
                        new ActionButton("Cancel", this::cancel).small().ghost());
        folder.setOnAction(event -> submit());
        environment.setOnAction(event -> submit());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancel();
                event.consume();
            }
        });
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private static Label label(String text, TextField of) {
        of.getStyleClass().add(StyleClasses.SMALL);
        of.setMinWidth(80);
        Label label = new Label(text);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(of);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        of.setAccessibleText(text + " of the new session");
        return label;
    }

    void open() {
        setVisible(true);
        folder.requestFocus();
        folder.selectAll();
    }

    /// @return whether it was open
    boolean escape() {
        boolean open = isVisible();
        if (open) {
            cancel();
        }
        return open;
    }

    private void cancel() {
        setVisible(false);
        onCancel.run();
    }

    private void submit() {
        Optional<List<String>> variables = EnvironmentWords.parse(environment.getText());
        if (variables.isEmpty()) {
            wrong.setText("Write NAME=value");
            environment.requestFocus();
            return;
        }
        setVisible(false);
        onOpen.accept(folder.getText().strip(), variables.get());
    }
}
