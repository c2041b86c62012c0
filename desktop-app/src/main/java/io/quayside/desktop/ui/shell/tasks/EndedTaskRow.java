package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A failed, finished or cancelled task in the popover, with its one next step.
final class EndedTaskRow extends HBox {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    EndedTaskRow(AppTask task, TasksViewModel model, ZoneId zone, Runnable closePopover) {
        super(8);
        getStyleClass().add("ended-task");
        pseudoClassStateChanged(FAILED, task.stateProperty().get() == AppTask.State.FAILED);
        setAlignment(Pos.CENTER_LEFT);
        AppTask.State state = task.stateProperty().get();
        Label title = new Label(task.titleProperty().get());
        title.getStyleClass().add(StyleClasses.MEDIUM);
        String line = task.detailProperty().get();
        Label detail = new Label(line);
        detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        VBox words = new VBox(title);
        if (!line.isEmpty()) {
            words.getChildren().add(detail);
        }
        task.problem().ifPresent(problem -> Tooltip.install(words, new Tooltip(problem.asText())));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label time = new Label(task.ended().map(at -> time(at, zone)).orElse(""));
        time.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
        time.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(TaskIcons.of(state).node(), words, time);
        setAccessibleText(title.getText() + ", " + line);
        button(task, model, closePopover).ifPresent(button -> getChildren().add(button));
        if (state == AppTask.State.FAILED) {
            getChildren().add(new IconButton(Icons.CLOSE, 12, "Clear " + title.getText(), () -> model.dismiss(task)));
        }
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    /// The result's own next step, else Open where there is a screen.
    private static Optional<ActionButton> button(AppTask task, TasksViewModel model, Runnable closePopover) {
        Optional<AppTask.NextStep> next = task.next();
        if (next.isPresent()) {
            return Optional.of(small(next.get().label(), task, () -> {
                closePopover.run();
                model.takeNextStep(task);
            }));
        }
        if (!model.canOpen(task)) {
            return Optional.empty();
        }
        return Optional.of(small("Open", task, () -> {
            closePopover.run();
            model.open(task);
        }));
    }

    private static ActionButton small(String label, AppTask task, Runnable action) {
        ActionButton button = new ActionButton(label, action).small();
        button.setAccessibleText(label + ", " + task.titleProperty().get());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
