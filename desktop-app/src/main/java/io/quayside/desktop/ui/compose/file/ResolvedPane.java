package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.code.CodeField;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.UnreachableException;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What all files of the project mean together, as Docker Compose resolves them. Secrets are dots until they are asked
/// for. FX thread.
final class ResolvedPane extends VBox {
    private static final int LONGEST = 600;

    private final ComposeCalls compose;
    private final LatestAnswer asking;
    private final CodeField text = new CodeField("compose-resolved-text", "What the files mean together");
    private final Label told = new Label();
    private final ActionButton reveal =
            new ActionButton("Show secrets", Icons.SHOW, this::toggle).small().ghost();
    private String plain = "";
    private boolean revealed;

    /// What Docker Compose answers.
    private record Answer(String text, String why) {}

    ResolvedPane(FxThread fx, ComposeCalls compose) {
        this.compose = compose;
        asking = new LatestAnswer(fx, "compose-resolved");
        setId("compose-resolved");
        text.setFileName("compose.yaml");
        text.setEditable(false);
        VBox.setVgrow(text, Priority.ALWAYS);
        told.setId("compose-resolved-told");
        told.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        told.setWrapText(true);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(told, Priority.ALWAYS);
        reveal.setId("compose-resolved-reveal");
        reveal.managedProperty().bind(reveal.visibleProperty());
        reveal.setVisible(false);
        HBox head = new HBox(8, told, reveal);
        head.getStyleClass().add("file-problem");
        getChildren().setAll(head, text);
    }

    void show(ComposeSource source) {
        told.setText("Docker Compose reads it…");
        asking.ask(() -> resolve(source), answer -> {
            plain = answer.text();
            revealed = false;
            told.setText(answer.why());
            paint();
        });
    }

    void stop() {
        asking.stop();
        plain = "";
        text.textProperty().set("");
    }

    boolean settled() {
        return !asking.isWaiting();
    }

    private void toggle() {
        revealed = !revealed;
        paint();
    }

    private void paint() {
        MaskedYaml masked = MaskedYaml.of(plain);
        reveal.setVisible(masked.secrets() > 0);
        reveal.setText(revealed ? "Hide secrets" : "Show secrets");
        reveal.setGraphic((revealed ? Icons.HIDE : Icons.SHOW).node(Icons.SMALL));
        text.textProperty().set(revealed ? plain : masked.text());
    }

    private Answer resolve(ComposeSource source) {
        try {
            return new Answer(
                    compose.connect().resolved(source), "All files as saved, as Docker Compose resolves them.");
        } catch (ComposeException.File e) {
            return new Answer(
                    "", "Docker Compose says: " + SafeText.output(e.words().replace('\n', ' '), LONGEST));
        } catch (ComposeException e) {
            return new Answer("", SafeText.output(String.valueOf(e.getMessage()), LONGEST));
        } catch (UnreachableException e) {
            return new Answer("", "Docker Compose is asked once there is an engine.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer("", "");
        }
    }
}
