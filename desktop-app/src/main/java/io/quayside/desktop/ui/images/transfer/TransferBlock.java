package io.quayside.desktop.ui.images.transfer;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.MeterBar;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One image on its way: name and Cancel, the line and bar of the whole, a row for each layer, and how it ended.
public abstract class TransferBlock extends VBox {
    private final Transfer transfer;
    private final String existed;
    private final Label words = new Label();
    private final Label rate = new Label();
    private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
    private final HBox head = new HBox(8);
    private final VBox layers = new VBox();
    private final VBox fault = new VBox();
    private final VBox after = new VBox();
    private final Map<String, LayerRow> rows = new HashMap<>();
    private Subscription following = Subscription.EMPTY;

    /// @param existed what is said of a layer that was where it is wanted before: "Already here"
    protected TransferBlock(Transfer transfer, String existed) {
        this.transfer = transfer;
        this.existed = existed;
        getStyleClass().add("pull-block");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(words, new Gap(), rate);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("pull-line");
        words.getStyleClass().add(StyleClasses.META);
        words.setMinWidth(USE_PREF_SIZE);
        rate.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        bar.getStyleClass().add("pull-bar");
        bar.setMinHeight(6);
        bar.setPrefHeight(6);
        bar.setMaxHeight(6);
        layers.getStyleClass().add("pull-layers");
        getChildren().addAll(head, line, bar, fault, after, layers);
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : follow();
        });
    }

    /// What it shows.
    public final Transfer transfer() {
        return transfer;
    }

    /// The button at its head, for what is to be done next.
    protected abstract ActionButton button(AppTask.State state);

    /// What stands in the head behind the name.
    protected abstract List<Node> marks();

    /// How it ended well, in words.
    ///
    /// @param outcome the task's own
    protected abstract String done(String outcome);

    /// What stands below the bar once it ended well.
    protected abstract List<Node> result();

    private Subscription follow() {
        AppTask task = transfer.task();
        return Subscription.combine(
                task.stateProperty().subscribe(this::state),
                task.progressProperty().subscribe(ignored -> amounts()),
                task.detailProperty().subscribe(ignored -> amounts()),
                task.rateProperty().subscribe(rate::setText),
                transfer.stateProperty().subscribe(this::layers),
                transfer.problemProperty().subscribe(this::problem));
    }

    private void state(AppTask.State state) {
        Label name = new Label(ImageNames.shorten(transfer.name().repository(), 34));
        name.getStyleClass().add(StyleClasses.STRONG);
        Label tag = new Label(SafeText.line(transfer.name().tag()));
        tag.getStyleClass().addAll(StyleClasses.CHIP, "tag-chip");
        head.getChildren().setAll(name, tag);
        head.getChildren().addAll(marks());
        head.getChildren().add(new Gap());
        ActionButton first = button(state);
        first.setMinWidth(USE_PREF_SIZE);
        first.setAccessibleText(first.getText() + " " + transfer.reference());
        head.getChildren().add(first.small());
        after.getChildren().setAll(state == AppTask.State.SUCCEEDED ? result() : List.of());
        amounts();
        layers(transfer.stateProperty().get());
    }

    private void amounts() {
        AppTask task = transfer.task();
        AppTask.State state = task.stateProperty().get();
        double share = task.progressProperty().get();
        switch (state) {
            case RUNNING -> {
                String detail = task.detailProperty().get().isEmpty()
                        ? TransferState.NONE.words()
                        : task.detailProperty().get();
                words.setText(share >= 0 ? Math.round(share * 100) + "%, " + detail : detail);
                bar.setKind(MeterBar.Kind.ACCENT);
                bar.glideTo(Math.max(0, share));
            }
            case SUCCEEDED -> {
                words.setText(done(task.detailProperty().get()));
                bar.setKind(MeterBar.Kind.SUCCESS);
                bar.glideTo(1);
            }
            case FAILED -> words.setText("Failed");
            case CANCELLED -> words.setText(task.detailProperty().get());
        }
        bar.setVisible(state != AppTask.State.FAILED);
        bar.setManaged(state != AppTask.State.FAILED);
    }

    private void layers(TransferState state) {
        for (LayerProgress layer : state.layers()) {
            LayerRow row = rows.get(layer.id());
            if (row == null) {
                row = new LayerRow(layer, existed);
                rows.put(layer.id(), row);
                layers.getChildren().add(row);
            }
            row.show(layer, transfer.isRunning());
        }
    }

    private void problem(Optional<Problem> problem) {
        fault.getChildren()
                .setAll(problem.<List<ProblemPane>>map(why -> List.of(new ProblemPane(ProblemPane.Form.BANNER, why)))
                        .orElse(List.of()));
    }
}
