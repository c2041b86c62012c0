package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunLineException;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Takes a `docker run` command from somewhere.
final class PastePanel extends VBox {
    private final RunViewModel model;
    private final TextArea text = new TextArea();
    private final Label fault = new Label();
    private final Consumer<List<String>> taken;

    /// @param taken gets what a shell would have replaced in the command
    PastePanel(RunViewModel model, Consumer<List<String>> taken, Runnable cancel) {
        super(10);
        this.model = model;
        this.taken = taken;
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(560);
        setMaxSize(560, USE_PREF_SIZE);
        Label title = new Label("Paste a docker run command");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        text.setId("run-paste-text");
        text.setAccessibleText("Command");
        text.setPromptText("docker run -d -p 8080:80 nginx");
        text.setPrefRowCount(8);
        text.setWrapText(true);
        text.getStyleClass().add(StyleClasses.MONO);
        fault.setId("run-paste-fault");
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        fault.setWrapText(true);
        HBox buttons = new HBox(
                8, new ActionButton("Cancel", cancel), new ActionButton("Fill the form", this::take).primary());
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, text, fault, buttons);
    }

    void focusText() {
        text.requestFocus();
    }

    private void take() {
        try {
            taken.accept(model.paste(text.getText()));
        } catch (RunLineException e) {
            fault.setText(SafeText.line(String.valueOf(e.getMessage())));
            text.selectRange(
                    e.position(),
                    Math.min(text.getLength(), e.position() + e.word().length()));
            text.requestFocus();
        }
    }
}
