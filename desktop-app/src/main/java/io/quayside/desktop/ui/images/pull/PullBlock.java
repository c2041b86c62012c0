package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.control.ActionButton;
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
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// One pull: name and Cancel, the line and bar of the whole, a row for each layer, and how it ended.
final class PullBlock extends VBox {
    private final Pull pull;
    private final Pulls pulls;
    private final Runnable run;
    private final Label words = new Label();
    private final Label rate = new Label();
    private final MeterBar bar = new MeterBar(MeterBar.Kind.ACCENT);
    private final HBox head = new HBox(8);
    private final VBox layers = new VBox();
    private final VBox fault = new VBox();
    private final Map<String, LayerRow> rows = new HashMap<>();
    private Subscription following = Subscription.EMPTY;

    /// @param run opens the form for a container of it
    PullBlock(Pull pull, Pulls pulls, Runnable run) {
        this.pull = pull;
        this.pulls = pulls;
        this.run = run;
        getStyleClass().add("pull-block");
        head.setAlignment(Pos.CENTER_LEFT);
        HBox line = new HBox(words, gap(), rate);
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
        getChildren().addAll(head, line, bar, fault, layers);
        sceneProperty().subscribe(scene -> {
            following.unsubscribe();
            following = scene == null ? Subscription.EMPTY : follow();
        });
    }

    Pull pull() {
        return pull;
    }

    private Subscription follow() {
        AppTask task = pull.task();
        return Subscription.combine(
                task.stateProperty().subscribe(this::state),
                task.progressProperty().subscribe(ignored -> amounts()),
                task.detailProperty().subscribe(ignored -> amounts()),
                task.rateProperty().subscribe(rate::setText),
                pull.stateProperty().subscribe(this::layers),
                pull.problemProperty().subscribe(this::problem));
    }

    private void state(AppTask.State state) {
        Label name = new Label(ImageNames.shorten(pull.name().repository(), 34));
        name.getStyleClass().add(StyleClasses.STRONG);
        Label tag = new Label(SafeText.line(pull.name().tag()));
        tag.getStyleClass().addAll(StyleClasses.CHIP, "tag-chip");
        head.getChildren().setAll(name, tag);
        if (!pull.platform().isEmpty()) {
            Label platform = new Label(pull.platform().replace("linux/", ""));
            platform.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            head.getChildren().add(platform);
        }
        head.getChildren().add(gap());
        ActionButton first = switch (state) {
            case RUNNING -> new ActionButton("Cancel", () -> pull.task().cancel());
            case SUCCEEDED -> new ActionButton("Run", run);
            case FAILED, CANCELLED ->
                new ActionButton("Try again", () -> pulls.start(pull.reference(), pull.platform()));
        };
        first.setMinWidth(USE_PREF_SIZE);
        first.setAccessibleText(first.getText() + " " + pull.reference());
        head.getChildren().add(first.small());
        amounts();
        layers(pull.stateProperty().get());
    }

    private void amounts() {
        AppTask task = pull.task();
        AppTask.State state = task.stateProperty().get();
        double share = task.progressProperty().get();
        switch (state) {
            case RUNNING -> {
                String detail = task.detailProperty().get().isEmpty()
                        ? PullState.NONE.words()
                        : task.detailProperty().get();
                words.setText(share >= 0 ? Math.round(share * 100) + "%, " + detail : detail);
                bar.setKind(MeterBar.Kind.ACCENT);
                bar.glideTo(Math.max(0, share));
            }
            case SUCCEEDED -> {
                words.setText("Here, " + lower(task.detailProperty().get()));
                bar.setKind(MeterBar.Kind.SUCCESS);
                bar.glideTo(1);
            }
            case FAILED -> words.setText("Failed");
            case CANCELLED -> words.setText(task.detailProperty().get());
        }
        bar.setVisible(state != AppTask.State.FAILED);
        bar.setManaged(state != AppTask.State.FAILED);
    }

    private static String lower(String text) {
        return text.isEmpty() ? "" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private void layers(PullState state) {
        for (PullLayer layer : state.layers()) {
            LayerRow row = rows.get(layer.id());
            if (row == null) {
                row = new LayerRow(layer);
                rows.put(layer.id(), row);
                layers.getChildren().add(row);
            }
            row.show(layer, pull.isRunning());
        }
    }

    private void problem(Optional<Problem> problem) {
        fault.getChildren()
                .setAll(problem.<List<ProblemPane>>map(why -> List.of(new ProblemPane(ProblemPane.Form.BANNER, why)))
                        .orElse(List.of()));
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
