package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The notification at the bottom right: what ended or is wrong, and its one next step.
public final class NotificationView extends HBox {
    private final Notifications notifications;
    private final TasksViewModel model;
    private final Runnable openTasks;

    public NotificationView(Notifications notifications, TasksViewModel model, Runnable openTasks) {
        this.notifications = notifications;
        this.model = model;
        this.openTasks = openTasks;
        setId("notification");
        getStyleClass().add(StyleClasses.NOTIFICATION);
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(420, USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        hoverProperty().subscribe((before, now) -> notifications.hold(now || isFocusWithin()));
        focusWithinProperty().subscribe((before, now) -> notifications.hold(now || isHover()));
        notifications.shownProperty().subscribe(this::show);
    }

    private void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        getChildren().clear();
        if (notice.isPresent()) {
            switch (notice.get()) {
                case Notice.Ended ended -> show(ended.task());
                case Notice.Trouble trouble -> show(trouble.problem());
            }
            getChildren().add(new IconButton(Icons.CLOSE, "Close notification", notifications::close));
        }
    }

    private void show(AppTask ended) {
        boolean failed = ended.stateProperty().get() == AppTask.State.FAILED;
        Label title = title(
                failed ? ended.detailProperty().get() : ended.titleProperty().get());
        getChildren().addAll(TaskIcons.of(ended.stateProperty().get()).node(), words(title));
        button(ended, failed).ifPresent(getChildren()::add);
    }

    private void show(Problem problem) {
        Label why = new Label(problem.why());
        why.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(TaskIcons.of(AppTask.State.FAILED).node(), words(title(problem.title()), why));
        problem.actions().stream()
                .findFirst()
                .map(action -> small(action.label(), action.run()))
                .ifPresent(getChildren()::add);
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add(StyleClasses.MEDIUM);
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private static VBox words(Label... lines) {
        VBox words = new VBox(lines);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    private Optional<ActionButton> button(AppTask task, boolean failed) {
        if (task.next().isPresent()) {
            String label = task.next().get().label();
            return Optional.of(small(label, () -> model.takeNextStep(task)));
        }
        if (model.canOpen(task)) {
            return Optional.of(small("Open", () -> model.open(task)));
        }
        return failed ? Optional.of(small("Tasks", openTasks)) : Optional.empty();
    }

    private ActionButton small(String label, Runnable action) {
        ActionButton button = new ActionButton(label, () -> {
            notifications.close();
            action.run();
        });
        button.setMinWidth(USE_PREF_SIZE);
        return button.small();
    }
}
