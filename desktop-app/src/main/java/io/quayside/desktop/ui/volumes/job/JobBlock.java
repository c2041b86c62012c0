package io.quayside.desktop.ui.volumes.job;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// A job at the foot of its volume's panel: what it does, how far it is, its steps, and how it ended. FX thread.
public final class JobBlock extends VBox {
    private final VolumeJob job;
    private final Runnable dismiss;
    private final Label title = new Label();
    private final Label words = new Label();
    private final Label rate = new Label();
    private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
    private final ActionButton button = new ActionButton("Cancel", this::press).small();
    private final VBox steps = new VBox();
    private final VBox fault = new VBox();
    private final Label note = new Label();
    private final HBox notes = new HBox(8, Icons.INFO.node(Icons.SMALL), note);
    private Subscription following = Subscription.EMPTY;

    /// @param dismiss runs when it is closed after its end
    public JobBlock(VolumeJob job, Runnable dismiss) {
        this.job = job;
        this.dismiss = dismiss;
        setId("volume-job");
        getStyleClass().add("volume-job");
        title.getStyleClass().add(StyleClasses.STRONG);
        title.setMinWidth(USE_PREF_SIZE);
        Label where = new Label(job.where());
        where.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        where.setMinWidth(0);
        Tip.on(where, job.where());
        button.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, title, where, new Gap(), button);
        head.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add(StyleClasses.META);
        words.setWrapText(true);
        rate.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        rate.setMinWidth(USE_PREF_SIZE);
        note.setText(job.note());
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        note.setWrapText(true);
        setSpacing(8);
        getChildren().addAll(head, new HBox(words, new Gap(), rate), bar, steps, fault, notes);
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : follow();
        });
    }

    private Subscription follow() {
        AppTask task = job.task();
        return Subscription.combine(
                task.stateProperty().subscribe(this::state),
                task.progressProperty().subscribe(ignored -> amounts()),
                task.detailProperty().subscribe(ignored -> amounts()),
                task.rateProperty().subscribe(rate::setText),
                job.stepsProperty().subscribe(this::steps),
                job.problemProperty()
                        .subscribe(problem -> fault.getChildren()
                                .setAll(problem.map(why -> new ProblemPane(ProblemPane.Form.BANNER, why)).stream()
                                        .toList())));
    }

    private void press() {
        if (job.isRunning()) {
            job.task().cancel();
        } else {
            dismiss.run();
        }
    }

    private void state(AppTask.State state) {
        title.setText(
                switch (state) {
                    case RUNNING -> job.title();
                    case SUCCEEDED -> "Done";
                    case FAILED -> "Failed";
                    case CANCELLED -> "Cancelled";
                });
        button.setText(state == AppTask.State.RUNNING ? "Cancel" : "Close");
        boolean running = state == AppTask.State.RUNNING;
        show(notes, running);
        show(bar, state != AppTask.State.FAILED && state != AppTask.State.CANCELLED);
        amounts();
    }

    private void amounts() {
        AppTask task = job.task();
        double share = task.progressProperty().get();
        String detail = task.detailProperty().get();
        switch (task.stateProperty().get()) {
            case RUNNING -> {
                words.setText(share >= 0 ? Math.round(share * 100) + "%, " + detail : detail);
                bar.setKind(MeterBar.Kind.ACCENT);
                bar.glideTo(Math.max(0, share));
            }
            case SUCCEEDED -> {
                words.setText(detail);
                bar.setKind(MeterBar.Kind.SUCCESS);
                bar.glideTo(1);
            }
            case FAILED, CANCELLED -> words.setText("");
        }
    }

    private void steps(List<JobStep> now) {
        steps.getChildren().setAll(now.stream().map(JobBlock::row).toList());
    }

    private static Node row(JobStep step) {
        StateGlyph glyph = switch (step.state()) {
            case WAITING -> StateGlyph.UNKNOWN;
            case RUNNING -> StateGlyph.STARTING;
            case DONE -> StateGlyph.DONE;
            case FAILED -> StateGlyph.FAILED;
        };
        Label text = new Label(step.text());
        text.getStyleClass().add(StyleClasses.META);
        if (step.state() == JobStep.State.WAITING) {
            text.getStyleClass().add(StyleClasses.MUTED);
        }
        boolean over = step.state() == JobStep.State.DONE || step.state() == JobStep.State.FAILED;
        Label took = new Label(over ? Times.took(step.took()) : "");
        took.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        took.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, glyph.node(), text, new Gap(), took);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("job-step");
        return row;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
