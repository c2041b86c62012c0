package io.quayside.desktop.ui.builds.past;

import io.quayside.desktop.builds.BuildHistory;
import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.control.code.CodeField;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Dockerfile as it was when the build began, with the error at its line. FX thread.
final class DockerfileTab extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(DockerfileTab.class);
    private static final int LONGEST = 300;

    private final BuildHistory history;
    private final LatestAnswer reading;
    private final CodeField text = new CodeField("build-dockerfile", "Dockerfile of this build");
    private final Label told = new Label();
    private String shown = "";

    DockerfileTab(FxThread fx, BuildHistory history) {
        this.history = history;
        this.reading = new LatestAnswer(fx, "build-dockerfile");
        text.setEditable(false);
        VBox.setVgrow(text, Priority.ALWAYS);
        told.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        told.setId("build-dockerfile-error");
        told.setPadding(new Insets(6, 16, 6, 16));
        getChildren().addAll(told, text);
        tell("");
    }

    void show(BuildRecord build) {
        if (build.id().equals(shown)) {
            return;
        }
        shown = build.id();
        text.textProperty().set("");
        tell("");
        reading.ask(() -> read(build.id()), answer -> fill(build, answer));
    }

    void stop() {
        reading.stop();
        shown = "";
    }

    boolean settled() {
        return !reading.isWaiting();
    }

    private Optional<String> read(String id) {
        try {
            return Optional.of(history.dockerfile(id));
        } catch (IOException e) {
            LOG.debug("The kept Dockerfile can't be read", e);
            return Optional.empty();
        }
    }

    private void fill(BuildRecord build, Optional<String> dockerfile) {
        if (dockerfile.filter(kept -> !kept.isEmpty()).isEmpty()) {
            tell("The Dockerfile wasn't there when this build began, or isn't kept any more.");
            return;
        }
        String file = build.request().dockerfile();
        text.setFileName(file.substring(file.lastIndexOf('/') + 1));
        text.textProperty().set(dockerfile.get().replace("\r\n", "\n"));
        OptionalInt line = build.line();
        text.setFailed(line.isPresent() ? OptionalInt.of(line.getAsInt() - 1) : OptionalInt.empty());
        text.goTo(line.orElse(1) - 1);
        line.ifPresent(at -> tell("Line " + at + ": " + SafeText.output(build.cause(), LONGEST)));
    }

    private void tell(String words) {
        told.setText(words);
        told.setGraphic(Icons.WARNING.node(Icons.SMALL));
        told.setVisible(!words.isEmpty());
        told.setManaged(!words.isEmpty());
    }
}
