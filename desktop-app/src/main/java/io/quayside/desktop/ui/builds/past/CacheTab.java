package io.quayside.desktop.ui.builds.past;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Which steps a build took from the build cache, and which it made and left there. FX thread.
final class CacheTab extends StackPane {
    private static final double SIDE = 84;

    private final VBox taken = new VBox();
    private final VBox made = new VBox();

    CacheTab() {
        HBox both = new HBox(24, taken, made);
        both.setPadding(new Insets(4, 16, 12, 16));
        for (VBox side : List.of(taken, made)) {
            side.setMinWidth(0);
            side.setPrefWidth(100);
            HBox.setHgrow(side, Priority.ALWAYS);
        }
        ScrollPane scroll = new ScrollPane(both);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("time-scroll");
        getChildren().add(scroll);
    }

    void show(BuildRecord build) {
        fill(
                taken,
                build,
                "Taken from the cache",
                "Nothing was taken from the cache.",
                step -> step.state() == BuildStep.State.CACHED);
        fill(made, build, "Made and cached", "Nothing was made.", step -> step.state() == BuildStep.State.DONE);
    }

    private static void fill(VBox side, BuildRecord build, String title, String nothing, Predicate<BuildStep> which) {
        List<BuildStep> steps = build.instructions().stream().filter(which).toList();
        Label head = new Label(title + ", " + steps.size() + " of " + build.total());
        head.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "cache-head");
        side.getChildren().setAll(head);
        if (steps.isEmpty()) {
            Label none = new Label(nothing);
            none.getStyleClass().add(StyleClasses.META);
            side.getChildren().add(none);
        }
        steps.forEach(step -> side.getChildren().add(row(step)));
    }

    private static HBox row(BuildStep step) {
        String stage = step.stage().isEmpty() ? "" : SafeText.line(step.stage()) + " ";
        String place = stage + step.number() + (step.total() > 0 ? "/" + step.total() : "");
        Label number = new Label(place);
        number.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        number.setMinWidth(SIDE);
        number.setPrefWidth(SIDE);
        Label text = new Label(SafeText.output(step.instruction().replace("\n", " "), 300));
        text.getStyleClass().add(StyleClasses.MONO_CAPTION);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, number, text);
        if (step.state() != BuildStep.State.CACHED) {
            Label took = new Label(step.took(step.ended().orElse(java.time.Instant.EPOCH))
                    .map(Times::took)
                    .orElse(""));
            took.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            took.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(took);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(TimeRow.HEIGHT);
        return row;
    }
}
