package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.shell.status.StatusBar;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The right end of the status bar: the newest task, or "No tasks running".
public final class TaskSegment extends HBox {
    private final Button button;
    private final Label title = new Label();
    private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
    private final Label percent = new Label();
    private final IconButton cancel;
    private final HBox idle;
    private final HBox line;
    private Optional<AppTask> task = Optional.empty();
    private Subscription following = () -> {};

    public TaskSegment(Runnable onOpen) {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("qs-task-segment");
        idle = new HBox(6, Icons.CHECK.node(Icons.SMALL), new Label("No tasks running"));
        idle.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("strong");
        title.setMaxWidth(260);
        title.setMinWidth(0);
        percent.setMinWidth(USE_PREF_SIZE);
        bar.setPrefWidth(96);
        bar.setMinWidth(96);
        bar.setMaxWidth(96);
        line = new HBox(6, StateGlyph.STARTING.node(), title, bar, percent);
        line.setAlignment(Pos.CENTER_LEFT);
        button = StatusBar.segment("status-task", idle, onOpen);
        button.getStyleClass().add("last");
        button.setMinWidth(96);
        setMinWidth(120);
        cancel = new IconButton(Icons.CLOSE, 12, "Cancel", () -> task.ifPresent(AppTask::cancel));
        cancel.getStyleClass().add("qs-tiny");
        cancel.setId("status-task-cancel");
        getChildren().addAll(button, cancel);
        show(Optional.empty());
    }

    /// Shows another task, or none.
    public void show(Optional<AppTask> next) {
        following.close();
        task = next;
        cancel.setVisible(next.isPresent());
        cancel.setManaged(next.isPresent());
        if (next.isEmpty()) {
            button.setGraphic(idle);
            button.setAccessibleText("No tasks running. Open tasks");
            following = () -> {};
            return;
        }
        AppTask now = next.get();
        button.setGraphic(line);
        title.setText(now.titleProperty().get());
        cancel.setName("Cancel " + now.titleProperty().get());
        bar.setValue(0);
        javafx.util.Subscription progress = now.progressProperty().subscribe(value -> paint(value.doubleValue()));
        following = progress::unsubscribe;
    }

    private void paint(double share) {
        boolean known = share >= 0;
        bar.setVisible(known);
        bar.setManaged(known);
        percent.setVisible(known);
        percent.setManaged(known);
        if (known) {
            bar.glideTo(share);
            percent.setText((int) Math.floor(share * 100) + "%");
        }
        button.setAccessibleText(title.getText() + (known ? ", " + percent.getText() : "") + ". Open tasks");
    }

    /// Where the popover opens when it is opened from here.
    public Button button() {
        return button;
    }
}
