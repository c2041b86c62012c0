package io.quayside.desktop.ui.engine;

import io.quayside.desktop.state.stats.EngineTrend;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.chart.ChartFrame;
import io.quayside.desktop.ui.control.chart.ChartUnit;
import io.quayside.desktop.ui.control.chart.TimeChart;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// One figure of the engine: what it is now, and its last quarter of an hour, read by pointer or arrow keys.
final class FigureCard extends VBox {
    private static final double WIDTH = 280;
    private static final double GAP = 6;

    private final String name;
    private final ChartUnit unit;
    private final ToDoubleFunction<EngineTrend.Point> figure;
    private final Label title = new Label();
    private final Label sum = new Label();
    private final HBox head;
    private final Label value = new Label();
    private final Label of = new Label();
    private final Label nothing = new Label("No samples yet");
    private final TimeChart chart;
    private TrendPoints points;
    private OptionalLong reading = OptionalLong.empty();

    /// @param id of the card; its parts are `ID-value`, `ID-of`, `ID-chart` and `ID-nothing`
    /// @param whose said behind the name, or empty
    FigureCard(
            String id,
            String name,
            String whose,
            ChartUnit unit,
            String style,
            ToDoubleFunction<EngineTrend.Point> figure) {
        super(6);
        this.name = whose.isEmpty() ? name : name + " " + whose;
        this.unit = unit;
        this.figure = figure;
        this.points = new TrendPoints(EngineTrend.EMPTY, figure);
        this.chart = new TimeChart(unit, 1).small("15 min ago", "now");
        getStyleClass().add(StyleClasses.CARD);
        setId(id);
        setPrefWidth(WIDTH);
        setMinWidth(0);
        chart.setId(id + "-chart");
        chart.getStyleClass().add(style);
        chart.readBy(new Reader());
        value.setId(id + "-value");
        of.setId(id + "-of");
        nothing.setId(id + "-nothing");
        title.setText(name);
        title.getStyleClass().add(StyleClasses.MEDIUM);
        title.setMinWidth(USE_PREF_SIZE);
        sum.setText(whose);
        sum.managedProperty().bind(sum.visibleProperty());
        sum.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        sum.setMinWidth(USE_PREF_SIZE);
        of.setMinWidth(USE_PREF_SIZE);
        value.getStyleClass().add(StyleClasses.STRONG);
        value.setMinWidth(USE_PREF_SIZE);
        of.getStyleClass().add(StyleClasses.MUTED);
        nothing.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        nothing.setMouseTransparent(true);
        Gap gap = new Gap();
        head = new HBox(GAP, title, sum, gap, value, of);
        head.setMinWidth(0);
        head.widthProperty().subscribe(ignored -> fit());
        head.setAlignment(Pos.BASELINE_LEFT);
        StackPane plot = new StackPane(chart, nothing);
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(head, plot);
    }

    /// What stands in the head; no figure is better than an old one.
    void measuring() {
        say("", "Measuring…");
    }

    void say(String now, String total) {
        value.setText(now);
        of.setText(total);
        fit();
    }

    /// Where there isn't room for all of the head, the figures stay whole.
    private void fit() {
        double wanted = 4 * GAP;
        for (Label part : List.of(title, sum, value, of)) {
            wanted += part.prefWidth(-1);
        }
        sum.setVisible(!sum.getText().isEmpty() && wanted <= head.getWidth());
    }

    /// @param top where the scale ends; NaN for just above the highest value
    /// @param now in milliseconds since 1970
    void show(EngineTrend trend, double top, long now) {
        points = new TrendPoints(trend, figure);
        double highest = points.highest();
        nothing.setVisible(Double.isNaN(highest));
        chart.setVisible(!nothing.isVisible());
        chart.setTop(top);
        String words = nothing.isVisible()
                ? name + ": no samples yet."
                : name + " over 15 minutes, now " + value.getText() + " " + of.getText() + ", highest "
                        + unit.text(highest) + ". Arrow keys read values.";
        chart.show(new ChartFrame(points, now - EngineTrend.KEPT.toMillis(), now, Double.NaN, List.of()), words);
    }

    private void read(OptionalLong time) {
        reading = time;
        chart.read(
                time,
                index ->
                        unit.text(points.value(0, index)) + ", " + Times.clock(Instant.ofEpochMilli(points.at(index))));
    }

    private final class Reader implements TimeChart.Reader {
        private static final int LEAP = 30;

        @Override
        public void pointAt(long time) {
            read(OptionalLong.of(time));
        }

        @Override
        public void pointAway() {
            read(OptionalLong.empty());
        }

        @Override
        public boolean key(KeyEvent event) {
            if (event.isAltDown() || event.isShortcutDown()) {
                return false;
            }
            int far = event.isShiftDown() ? LEAP : 1;
            switch (event.getCode()) {
                case LEFT -> step(-far);
                case RIGHT -> step(far);
                case HOME -> step(-points.size());
                case END -> step(points.size());
                case ESCAPE -> {
                    boolean reads = reading.isPresent();
                    pointAway();
                    return reads;
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        /// From where it reads, else from the newest.
        private void step(int by) {
            if (points.size() > 0) {
                int last = points.size() - 1;
                int from = reading.isPresent()
                        ? points.nearest(reading.getAsLong(), Long.MAX_VALUE).orElse(last)
                        : by < 0 ? last + 1 : last;
                read(OptionalLong.of(points.at(Math.clamp(from + (long) by, 0, last))));
            }
        }
    }
}
