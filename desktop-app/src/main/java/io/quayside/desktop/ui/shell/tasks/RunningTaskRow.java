package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.Spinner;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A running task in the popover: title and Cancel, what it does now, its bar.
final class RunningTaskRow extends VBox {
    private final AppTask task;
    private final Label detail = new Label();
    private final Label rate = new Label();
    private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
    private final Spinner spinner = new Spinner(14);
    private final Subscription following;

    RunningTaskRow(AppTask task, TasksViewModel model) {
        this.task = task;
        getStyleClass().add("running-task");
        Labeled title = title(task, model);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        ActionButton cancel = new ActionButton("Cancel", task::cancel).small().ghost();
        cancel.setAccessibleText("Cancel " + task.titleProperty().get());
        cancel.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, TaskIcons.of(task.kind()).node(Icons.SMALL), title, cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        detail.getStyleClass().add(StyleClasses.META);
        detail.setMinWidth(0);
        rate.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        rate.setMinWidth(USE_PREF_SIZE);
        Gap gap = new Gap();
        HBox words = new HBox(8, spinner, detail, gap, rate);
        words.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(6, words, bar);
        body.getStyleClass().add("task-body");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, body);
        bar.setValue(task.progressProperty().get());
        javafx.util.Subscription parts = javafx.util.Subscription.combine(
                task.progressProperty().subscribe(value -> progress(value.doubleValue())),
                task.detailProperty().subscribe(detail::setText));
        following = parts::unsubscribe;
    }

    private static Labeled title(AppTask task, TasksViewModel model) {
        String text = task.titleProperty().get();
        if (!model.canOpen(task)) {
            Label label = new Label(text);
            label.getStyleClass().add(StyleClasses.MEDIUM);
            return label;
        }
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add("task-link");
        link.setOnAction(event -> model.open(task));
        return link;
    }

    private void progress(double share) {
        boolean known = share >= 0;
        bar.setVisible(known);
        bar.setManaged(known);
        spinner.setVisible(!known);
        spinner.setManaged(!known);
        if (known) {
            bar.glideTo(share);
        }
        setAccessibleText(known ? (int) (share * 100) + " percent" : "Running");
    }

    /// The rate the work gives, else how long it has been running.
    void tick() {
        String given = task.rateProperty().get();
        rate.setText(given.isEmpty() ? elapsed(task.elapsed()) : given);
    }

    private static String elapsed(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " min";
    }

    void dispose() {
        following.close();
        spinner.setVisible(false);
    }
}
