package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.ComposeRecord;
import io.quayside.desktop.compose.ComposeRun;
import io.quayside.desktop.compose.Project;
import io.quayside.desktop.compose.ProjectChanges;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says below the services that the files aren't what the containers were made from, and in what; takes no room else.
/// Asked when the files were read anew and when something was done, never in between. FX thread.
final class DriftLine extends HBox {
    private static final Logger LOG = LoggerFactory.getLogger(DriftLine.class);

    private final ComposeParts compose;
    private final ProjectViewModel model;
    private final LatestAnswer asking;
    private final Label words = new Label();
    private Optional<ComposeRecord> seen = Optional.empty();
    private boolean shown;

    /// @param apply brings the project up
    DriftLine(ComposeParts compose, ProjectViewModel model, Runnable apply) {
        this.compose = compose;
        this.model = model;
        this.asking = new LatestAnswer(compose.parts().fx(), "compose-drift");
        setId("compose-drift");
        getStyleClass().add("compose-drift");
        setSpacing(10);
        setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add(StyleClasses.META);
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        ActionButton button = new ActionButton("Apply", apply).small();
        button.setId("compose-drift-apply");
        button.setHint("Brings the project up as the files say");
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(Icons.INFO.node(Icons.SMALL), words, button);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        model.readingProperty().subscribe(ignored -> ask());
        model.onPaint(this::ended);
    }

    void enter() {
        shown = true;
        ask();
    }

    void leave() {
        shown = false;
        asking.stop();
    }

    boolean settled() {
        return !asking.isWaiting();
    }

    /// Asks again once something that was done is over; while it is at work, nothing is said.
    private void ended() {
        Optional<ComposeRecord> end = model.runProperty().get().flatMap(ComposeRun::end);
        if (model.runProperty().get().filter(ComposeRun::isRunning).isPresent()) {
            setVisible(false);
        } else if (!end.equals(seen)) {
            ask();
        }
        seen = end;
    }

    private void ask() {
        Optional<Project> project = model.projectProperty().get();
        Optional<ComposeSource> source = project.flatMap(Project::source);
        boolean idle = model.runProperty().get().stream().noneMatch(ComposeRun::isRunning);
        if (!shown
                || !idle
                || source.isEmpty()
                || model.model().isEmpty()
                || project.stream().allMatch(one -> one.containers().isEmpty())) {
            setVisible(false);
            return;
        }
        asking.ask(() -> find(project.get(), source.get()), this::say);
    }

    private void say(String sentence) {
        words.setText(sentence);
        setVisible(shown && !sentence.isEmpty());
    }

    private String find(Project project, ComposeSource source) {
        try {
            ProjectChanges changes = ProjectChanges.of(
                    compose.runs().calls().connect(),
                    compose.parts().connected(),
                    source.withName(project.name()),
                    project.containers());
            return sentence(changes, changed(source, project));
        } catch (ComposeException | EngineException e) {
            LOG.debug("What changed since the last Up isn't known", e);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String sentence(ProjectChanges changes, String changed) {
        List<String> parts = new ArrayList<>();
        for (ProjectChanges.Service service : changes.services()) {
            String name = SafeText.line(service.name());
            switch (service.change()) {
                case CREATED -> parts.add(name + " has no container yet");
                case RECREATED ->
                    parts.add(name + ": "
                            + (service.why().isEmpty()
                                    ? "changed"
                                    : SafeText.output(String.join(", ", service.why()), 300)));
                case REMOVED -> parts.add(name + " isn’t in the file any more");
                case STARTED, UNCHANGED -> {}
            }
        }
        return parts.isEmpty() ? "" : changed + String.join("; ", parts) + ".";
    }

    /// "compose.yaml changed 40 s ago: ", if a file is newer than the containers.
    private static String changed(ComposeSource source, Project project) {
        Instant made = project.containers().stream()
                .map(container -> container.created())
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
        for (Path file : source.files()) {
            try {
                Instant at = Files.getLastModifiedTime(file).toInstant();
                if (at.isAfter(made)) {
                    Duration since = Duration.between(at, Instant.now());
                    return SafeText.line(String.valueOf(file.getFileName())) + " changed "
                            + Times.coarse(since.isNegative() ? Duration.ZERO : since) + " ago. ";
                }
            } catch (IOException e) {
                LOG.debug("{} can't be looked at", file, e);
            }
        }
        return "An Up would change something. ";
    }
}
