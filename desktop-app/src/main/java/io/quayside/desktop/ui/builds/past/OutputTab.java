package io.quayside.desktop.ui.builds.past;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.builds.run.OutputFeed;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.logs.OutputFind;
import io.quayside.desktop.ui.containers.detail.logs.OutputPane;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.LogShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a build printed, all of it or one step's. FX thread.
final class OutputTab extends VBox {
    private static final int LONGEST = 60;

    private final Builds builds;
    private final LogShelf shelf;
    private final OutputPane pane;
    private final ComboBox<Choice> which = new ComboBox<>();
    private final Label note = new Label();
    private Optional<BuildRecord> build = Optional.empty();
    private Optional<OutputFeed> feed = Optional.empty();
    private String shelved = "";
    private boolean filling;

    /// A step that printed something, or all of them.
    private record Choice(int step, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /// @param shelf keeps output while it is shown
    OutputTab(ContainersParts parts, Builds builds, LogShelf shelf, ShellContext shell, SaveDialog save) {
        this.builds = builds;
        this.shelf = shelf;
        this.pane = new OutputPane(parts, shell, save);
        which.setId("build-output-step");
        which.setAccessibleText("Whose output");
        which.getStyleClass().add(StyleClasses.SMALL);
        which.setPrefWidth(320);
        which.setMinWidth(120);
        which.valueProperty().subscribe((before, now) -> {
            if (!filling) {
                read();
            }
        });
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        HBox bar = new HBox(
                8,
                which,
                new OutputFind("build-output-find", pane),
                note,
                gap,
                new IconButton(Icons.COPY, Icons.SMALL, "Copy the output", pane::copy),
                new IconButton(Icons.PULL, Icons.SMALL, "Save the output", pane::save));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(6, 8, 6, 16));
        VBox.setVgrow(pane, Priority.ALWAYS);
        getChildren().addAll(bar, pane);
    }

    /// Shows a build. The same one again goes on from where it was read to.
    void show(BuildRecord now) {
        boolean same = build.filter(before -> before.id().equals(now.id())).isPresent();
        build = Optional.of(now);
        if (same && feed.isPresent()) {
            feed.get().more();
            return;
        }
        fill(now);
        read();
    }

    /// Shows one step of the build that is shown.
    void choose(int step) {
        which.getItems().stream()
                .filter(choice -> choice.step() == step)
                .findFirst()
                .ifPresent(which::setValue);
    }

    void stop() {
        pane.leave();
        drop();
        build = Optional.empty();
    }

    boolean settled() {
        return feed.map(OutputFeed::isDone).orElse(true);
    }

    private void fill(BuildRecord now) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(OutputFeed.ALL, "All steps"));
        now.steps().stream()
                .filter(step -> !step.output().isEmpty())
                .map(step -> new Choice(step.id(), words(step)))
                .forEach(choices::add);
        filling = true;
        which.getItems().setAll(choices);
        which.setValue(choices.getFirst());
        filling = false;
        note.setText(now.cut() ? "The output was too much to be kept whole." : "");
    }

    private static String words(BuildStep step) {
        String stage = step.stage().isEmpty() ? "" : SafeText.line(step.stage()) + " ";
        String number = step.isInstruction() ? stage + step.number() + "  " : "";
        return number + SafeText.output(step.instruction().replace("\n", " "), LONGEST);
    }

    private void read() {
        drop();
        Choice choice = which.getValue();
        if (build.isEmpty() || choice == null) {
            return;
        }
        BuildRecord shown = build.get();
        shelved = "past/" + shown.id() + "/" + choice.step();
        if (!builds.history().hasOutput(shown.id())) {
            pane.show(shelf.store(shelved), shown.request().title(), "No output is kept.");
            return;
        }
        OutputFeed next = new OutputFeed(
                builds.history().output(shown.id()),
                shelf.store(shelved),
                choice.step(),
                id -> shown.steps().stream().filter(step -> step.id() == id).findFirst());
        feed = Optional.of(next);
        pane.show(next.store(), shown.request().title(), "It printed nothing.");
        next.more();
    }

    private void drop() {
        feed.ifPresent(old -> {
            old.stop();
            shelf.discard(shelved);
        });
        feed = Optional.empty();
    }
}
