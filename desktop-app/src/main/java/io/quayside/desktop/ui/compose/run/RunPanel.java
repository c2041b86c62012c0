package io.quayside.desktop.ui.compose.run;

import io.quayside.desktop.compose.ComposeRecord;
import io.quayside.desktop.compose.ComposeRun;
import io.quayside.desktop.compose.ComposeWords;
import io.quayside.desktop.compose.RunItem;
import io.quayside.desktop.compose.RunStep;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.containers.detail.logs.OutputPane;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.LogStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What Docker Compose does with the project, or did last: its steps, and what it printed. FX thread.
public final class RunPanel extends VBox {
    private final ComposeParts compose;
    private final RunFixes fixes;
    private final Label title = new Label();
    private final Label words = new Label();
    private final ActionButton button = new ActionButton("Cancel", this::press).small();
    private final VBox fault = new VBox();
    private final Label note = new Label();
    private final RunList list = new RunList(this::select);
    private final Label whose = new Label();
    private final OutputPane output;
    private final VBox below;
    private Optional<ComposeRun> shown = Optional.empty();
    private Optional<LogStore> store = Optional.empty();
    private Optional<String> selected = Optional.empty();
    private boolean faultShown;

    public RunPanel(ComposeParts compose, ShellContext shell) {
        this.compose = compose;
        this.fixes = new RunFixes(compose, shell);
        this.output = new OutputPane(compose.parts(), shell, compose.save());
        setId("compose-run");
        getStyleClass().addAll(StyleClasses.PANEL, "compose-run");
        title.setId("compose-run-title");
        title.getStyleClass().add(StyleClasses.STRONG);
        title.setMinWidth(USE_PREF_SIZE);
        words.setId("compose-run-words");
        words.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        words.setMinWidth(0);
        button.setId("compose-run-button");
        button.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, words, new Gap(), button);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(StyleClasses.PANEL_HEAD);
        note.setId("compose-run-note");
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "compose-run-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.managedProperty().bind(note.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label outputTitle = new Label("Output");
        outputTitle.getStyleClass().add(StyleClasses.MEDIUM);
        whose.setId("compose-run-whose");
        whose.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox bar = new HBox(
                8,
                outputTitle,
                whose,
                new Gap(),
                new IconButton(Icons.COPY, Icons.SMALL, "Copy the output", output::copy),
                new IconButton(Icons.PULL, Icons.SMALL, "Save the output…", output::save));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("compose-output-bar");
        below = new VBox(bar, output);
        below.getStyleClass().add("compose-output");
        below.managedProperty().bind(below.visibleProperty());
        below.setVisible(false);
        VBox.setVgrow(output, Priority.ALWAYS);
        below.setMinHeight(160);
        below.setPrefHeight(230);
        getChildren().addAll(head, fault, note, list, below);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    /// Shows how far it is now; nothing without a run.
    public void update(Optional<ComposeRun> run, Instant now) {
        setVisible(run.isPresent());
        if (!run.equals(shown)) {
            shown = run;
            selected = Optional.empty();
            store = Optional.empty();
            output.leave();
            faultShown = false;
            fault.getChildren().clear();
            list.getItems().clear();
        }
        run.ifPresent(one -> paint(one, now));
    }

    /// Stops following what is printed.
    public void leave() {
        output.leave();
        store = Optional.empty();
        shown = Optional.empty();
    }

    private void paint(ComposeRun run, Instant now) {
        List<RunItem> items = run.items();
        Optional<ComposeRecord> end = run.end();
        String took = Times.took(
                Duration.between(run.begun(), end.map(ComposeRecord::ended).orElse(now)));
        title.setText(end.map(one -> ComposeWords.name(run.action())
                        + switch (one.outcome()) {
                            case DONE -> ": done";
                            case FAILED -> ": failed";
                            case CANCELLED -> ": cancelled";
                        })
                .orElse(ComposeWords.heading(run.action())));
        words.setText(count(items) + (end.isPresent() ? "in " : "") + took);
        button.setText(end.isPresent() ? "Close" : "Cancel");
        list.show(RunRow.of(items, now));
        note.setText(note(run, items));
        note.setVisible(!note.getText().isEmpty());
        if (!faultShown && run.problem().isPresent()) {
            faultShown = true;
            fault.getChildren()
                    .setAll(new ProblemPane(
                            ProblemPane.Form.BANNER, fixes.with(run.problem().get(), run.project())));
        }
        showOutput(run);
    }

    private static String count(List<RunItem> items) {
        List<RunItem> services = items.stream().filter(RunItem::isService).toList();
        long done = services.stream()
                .filter(item -> item.state() == RunStep.State.DONE)
                .count();
        return services.isEmpty()
                ? ""
                : done + " of " + services.size() + (services.size() == 1 ? " service" : " services") + " ready, ";
    }

    /// What it warned of; and after a cancel, what was done until then and stays.
    private static String note(ComposeRun run, List<RunItem> items) {
        String warnings = run.warnings().stream()
                .distinct()
                .map(words -> SafeText.output(words, 300))
                .collect(Collectors.joining("\n"));
        boolean cancelled = run.end()
                .filter(end -> end.outcome() == ComposeRecord.Outcome.CANCELLED)
                .isPresent();
        if (!cancelled) {
            return warnings;
        }
        String done = items.stream()
                .filter(item -> item.steps().stream().anyMatch(RunStep::isLasting))
                .map(item -> SafeText.line(item.name()))
                .collect(Collectors.joining(", "));
        return (done.isEmpty() ? "Nothing was changed before." : "Done before, and stays: " + done + ".")
                + (warnings.isEmpty() ? "" : "\n" + warnings);
    }

    private void showOutput(ComposeRun run) {
        String service = selected.filter(one -> run.output(one).isPresent()).orElse(run.talking());
        Optional<LogStore> now = run.output(service);
        below.setVisible(now.isPresent());
        if (!now.equals(store)) {
            store = now;
            whose.setText(SafeText.line(service));
            now.ifPresent(kept -> output.show(
                    kept,
                    SafeText.line(run.project() + (service.isEmpty() ? "" : "-" + service)),
                    "Nothing was printed."));
        }
    }

    private void select(String service) {
        selected = Optional.of(service);
        shown.ifPresent(this::showOutput);
    }

    private void press() {
        shown.ifPresent(run -> {
            if (run.isRunning()) {
                run.task().cancel();
            } else {
                compose.runs().dismiss(run);
            }
        });
    }
}
