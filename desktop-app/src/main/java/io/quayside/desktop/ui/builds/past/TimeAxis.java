package io.quayside.desktop.ui.builds.past;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The lines behind the bars, and what time each stands for.
final class TimeAxis {
    private TimeAxis() {}

    /// Lines from top to bottom.
    static Region lines(TimeScale scale) {
        return new Marks(scale, mark -> {
            Region line = new Region();
            line.getStyleClass().add("time-line");
            return line;
        });
    }

    /// The times below.
    static Region labels(TimeScale scale) {
        Region labels = new Marks(scale, mark -> {
            Label label = new Label(scale.words(mark));
            label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            return label;
        });
        labels.setMinHeight(TimeRow.HEIGHT);
        labels.setPrefHeight(TimeRow.HEIGHT);
        return labels;
    }

    private static final class Marks extends Pane {
        private final TimeScale scale;
        private final List<Duration> marks;
        private final List<Region> nodes = new ArrayList<>();

        Marks(TimeScale scale, java.util.function.Function<Duration, Region> node) {
            this.scale = scale;
            this.marks = scale.marks();
            marks.forEach(mark -> nodes.add(node.apply(mark)));
            getChildren().addAll(nodes);
            setMouseTransparent(true);
        }

        @Override
        protected void layoutChildren() {
            for (int i = 0; i < nodes.size(); i++) {
                Region node = nodes.get(i);
                double x = snapPositionX(scale.x(marks.get(i), getWidth()));
                double width = node instanceof Label ? node.prefWidth(-1) : 1;
                node.resizeRelocate(x, 0, width, getHeight());
            }
        }
    }
}
