package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.compose.ProjectChanges;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposePlan;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.EngineException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What differs between the files as they are saved and the containers, service by service, and the button that makes
/// it so. FX thread.
final class ChangesPane extends VBox {
    private static final int LONGEST = 600;
    private static final double NAME = 200;

    private final ContainersParts parts;
    private final ComposeCalls compose;
    private final LatestAnswer asking;
    private final Label told = new Label();
    private final VBox rows = new VBox();
    private final ActionButton apply =
            new ActionButton("Apply", () -> this.act.run()).small().primary();
    private Runnable act = () -> {};

    /// What was found out.
    private record Answer(Optional<ProjectChanges> changes, String why) {}

    ChangesPane(ContainersParts parts, ComposeCalls compose) {
        this.parts = parts;
        this.compose = compose;
        asking = new LatestAnswer(parts.fx(), "compose-changes");
        setId("compose-changes");
        told.setId("compose-changes-told");
        told.setWrapText(true);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(told, Priority.ALWAYS);
        apply.setId("compose-changes-apply");
        apply.setHint("Brings the project up as the files say");
        apply.setMinWidth(USE_PREF_SIZE);
        rows.setId("compose-changes-rows");
        HBox head = new HBox(8, told, apply);
        head.getStyleClass().add(StyleClasses.BAR);
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("file-problems");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        show(new Answer(Optional.empty(), ""));
    }

    /// @param action brings the project up
    void onApply(Runnable action) {
        act = action;
    }

    void show(ComposeSource source) {
        told.setText("Docker Compose compares…");
        asking.ask(() -> find(source), this::show);
    }

    void stop() {
        asking.stop();
    }

    boolean settled() {
        return !asking.isWaiting();
    }

    private void show(Answer answer) {
        boolean any = answer.changes().filter(ProjectChanges::any).isPresent();
        told.setText(answer.why());
        apply.setUnavailable(
                any ? Optional.empty() : Optional.of("There is nothing to bring up that isn’t as the files say"));
        rows.getChildren()
                .setAll(answer.changes().stream()
                        .flatMap(found -> found.services().stream())
                        .map(ChangesPane::row)
                        .toList());
    }

    private static Node row(ProjectChanges.Service service) {
        Label name = new Label(SafeText.line(service.name()));
        name.getStyleClass().add(StyleClasses.STRONG);
        name.setMinWidth(NAME);
        name.setMaxWidth(NAME);
        String reasons = String.join(", ", service.why());
        Label words =
                new Label(word(service.change()) + (reasons.isEmpty() ? "" : ": " + SafeText.output(reasons, LONGEST)));
        words.setWrapText(true);
        HBox row = new HBox(8, name, words);
        row.getStyleClass().add("file-problem");
        return row;
    }

    private static String word(ComposePlan.Change change) {
        return switch (change) {
            case CREATED -> "Not there yet, will be created";
            case RECREATED -> "Will be created anew";
            case STARTED -> "Will be started";
            case UNCHANGED -> "As the files say";
            case REMOVED -> "Stays as it is";
        };
    }

    private Answer find(ComposeSource source) {
        try {
            ProjectChanges found = ProjectChanges.of(compose.connect(), parts.connected(), source, containers(source));
            return new Answer(
                    Optional.of(found),
                    found.any() ? "What an Up would change now." : "All containers are as the files say.");
        } catch (ComposeException e) {
            return new Answer(
                    Optional.empty(),
                    SafeText.output(String.valueOf(e.getMessage()).replace('\n', ' '), LONGEST));
        } catch (EngineException e) {
            return new Answer(
                    Optional.empty(),
                    "The engine can’t be asked: " + SafeText.output(String.valueOf(e.getMessage()), LONGEST));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Optional.empty(), "");
        }
    }

    private List<Container> containers(ComposeSource source) {
        return parts.session().mirror().snapshot().containers().orElse(Map.of()).values().stream()
                .filter(container ->
                        source.name().isPresent() && container.project().equals(source.name()))
                .toList();
    }
}
