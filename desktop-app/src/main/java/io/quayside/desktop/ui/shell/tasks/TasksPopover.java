package io.quayside.desktop.ui.shell.tasks;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Tasks, 420 px wide: Running, Failed, Finished. Its rows exist only while it is open.
public final class TasksPopover extends VBox {
    private static final double WIDTH = 420;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TasksViewModel model;
    private final FxThread fx;
    private final ZoneId zone;
    private final Runnable close;
    private final Label summary = new Label();
    private final Kbd keys = new Kbd("");
    private final VBox running = new VBox();
    private final VBox ended = new VBox();
    private final ListChangeListener<AppTask> runningChanged = change -> buildRunning();
    private final ListChangeListener<AppTask> endedChanged = change -> buildEnded();
    private Subscription ticking = () -> {};
    private boolean open;

    public TasksPopover(TasksViewModel model, FxThread fx, ZoneId zone, Runnable close) {
        this.model = model;
        this.fx = fx;
        this.zone = zone;
        this.close = close;
        setId("tasks-popover");
        getStyleClass().add("qs-tasks");
        setAccessibleText("Tasks");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        VBox list = new VBox(running, ended);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        getChildren().addAll(head(), scroll, foot());
    }

    private Node head() {
        Label title = new Label("Tasks");
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        IconButton closeButton = new IconButton(Icons.CLOSE, "Close tasks", close);
        HBox head = new HBox(8, title, summary, gap, keys, closeButton);
        head.getStyleClass().add("tasks-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private static Node foot() {
        Label text = new Label("Tasks go on when you leave a page. Closing the window asks.");
        text.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox foot = new HBox(8, Icons.INFO.node(Icons.SMALL), text);
        foot.getStyleClass().add("tasks-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        return foot;
    }

    /// It is in the window now. `shortcut` is said at its head.
    public void opened(String shortcut) {
        open = true;
        keys.setText(shortcut);
        keys.setVisible(!shortcut.isEmpty());
        model.running().addListener(runningChanged);
        model.failed().addListener(endedChanged);
        model.finished().addListener(endedChanged);
        buildRunning();
        buildEnded();
    }

    public void closed() {
        open = false;
        ticking.close();
        model.running().removeListener(runningChanged);
        model.failed().removeListener(endedChanged);
        model.finished().removeListener(endedChanged);
        disposeRunning();
        ended.getChildren().clear();
    }

    private void disposeRunning() {
        running.getChildren().forEach(row -> ((RunningTaskRow) row).dispose());
        running.getChildren().clear();
    }

    private void buildRunning() {
        disposeRunning();
        for (AppTask task : model.running()) {
            running.getChildren().add(new RunningTaskRow(task, model));
        }
        summary.setText(model.summary());
        tick();
    }

    /// Elapsed times, once a second, only while it is open and something runs.
    private void tick() {
        ticking.close();
        running.getChildren().forEach(row -> ((RunningTaskRow) row).tick());
        if (open && !model.running().isEmpty()) {
            ticking = fx.after(SECOND, this::tick);
        }
    }

    private void buildEnded() {
        ended.getChildren().clear();
        part("Failed", model.failed(), List.of());
        if (!model.finished().isEmpty()) {
            Hyperlink clear = new Hyperlink("Clear");
            clear.setAccessibleText("Clear finished tasks");
            clear.setOnAction(event -> model.clearFinished());
            part("Finished", model.finished(), List.of(clear));
        }
        summary.setText(model.summary());
    }

    private void part(String title, ObservableList<AppTask> tasks, List<Node> actions) {
        if (tasks.isEmpty()) {
            return;
        }
        Label label = new Label(title);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, StyleClasses.MEDIUM);
        Gap gap = new Gap();
        HBox heading = new HBox(8, label, gap);
        heading.getChildren().addAll(actions);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("tasks-heading");
        ended.getChildren().add(heading);
        for (AppTask task : tasks) {
            ended.getChildren().add(new EndedTaskRow(task, model, zone, close));
        }
    }
}
