package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.state.stats.Metric;
import io.quayside.desktop.state.stats.StatsWindow;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.chart.ChartFrame;
import io.quayside.desktop.ui.control.chart.ChartUnit;
import io.quayside.desktop.ui.control.chart.TimeChart;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A chart with its name, its lines' names and the latest values.
final class ChartCard extends VBox {
    /// One line of the chart.
    ///
    /// @param word behind a value, "in"; empty where there is one line
    record Line(Metric metric, String name, String word) {}

    /// So old the newest sample may be to be the present value.
    private static final long FRESH = 15_000;

    private final String title;
    private final ChartUnit unit;
    private final List<Line> lines;
    private final Label first = new Label();
    private final Label second = new Label();
    private final TimeChart chart;
    private StatsWindow window = StatsWindow.EMPTY;
    private double divisor = 1;

    /// @param id of the chart; its values are `ID-value` and `ID-detail`
    ChartCard(String id, String title, ChartUnit unit, String style, List<Line> lines, StatsViewModel model) {
        super(4);
        this.title = title;
        this.unit = unit;
        this.lines = List.copyOf(lines);
        this.chart = new TimeChart(unit, lines.size());
        getStyleClass().addAll(StyleClasses.CARD, "chart-card");
        setMinWidth(0);
        chart.setId(id);
        chart.getStyleClass().add(style);
        first.setId(id + "-value");
        first.getStyleClass().add(StyleClasses.STRONG);
        first.setMinWidth(USE_PREF_SIZE);
        second.setId(id + "-detail");
        second.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Label name = new Label(title);
        name.getStyleClass().add(StyleClasses.STRONG);
        name.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, name);
        head.getStyleClass().add("chart-head");
        if (lines.size() > 1) {
            for (int i = 0; i < lines.size(); i++) {
                head.getChildren().add(legend(lines.get(i).name(), style, i));
            }
        }
        Gap gap = new Gap();
        head.getChildren().addAll(gap, first, second);
        VBox.setVgrow(chart, Priority.ALWAYS);
        getChildren().addAll(head, chart);
        chart.readBy(new Reader(model));
        model.readingProperty().subscribe(this::read);
    }

    private static Label legend(String name, String style, int line) {
        Region dash = new Region();
        dash.getStyleClass().addAll("dash", style, line == 0 ? "first" : "second");
        Label label = new Label(name, dash);
        label.getStyleClass().add(StyleClasses.META);
        return label;
    }

    /// @param detail behind the present value where there is one line
    void show(StatsViewModel.Frame frame, double limit, String detail, double divideBy) {
        window = frame.window();
        divisor = divideBy;
        List<ChartFrame.Mark> marks = frame.happenings().stream()
                .filter(one -> one.on().isPresent()
                        && lines.getFirst().metric() == one.on().get())
                .map(one -> new ChartFrame.Mark(one.from(), one.to(), one.glyph()))
                .toList();
        boolean fresh = window.size() > 0 && frame.to() - window.at(window.size() - 1) <= FRESH;
        int last = window.size() - 1;
        if (lines.size() == 1) {
            first.setText(fresh ? text(0, last) : "–");
            second.setText(detail);
        } else {
            first.setText(fresh ? text(0, last) + " " + lines.get(0).word() : "–");
            second.setText(fresh ? text(1, last) + " " + lines.get(1).word() : "");
        }
        chart.show(
                new ChartFrame(
                        new StatsPoints(window, lines.stream().map(Line::metric).toList(), divisor),
                        frame.from(),
                        frame.to(),
                        limit,
                        marks),
                words());
    }

    private String text(int line, int index) {
        return unit.text(window.value(index, lines.get(line).metric()) / divisor);
    }

    private void read(OptionalLong time) {
        chart.read(time, index -> {
            String one = text(0, index);
            return lines.size() == 1
                    ? one
                    : one + " " + lines.get(0).word() + ", " + text(1, index) + " "
                            + lines.get(1).word();
        });
    }

    private String words() {
        double highest = 0;
        for (int i = 0; i < window.size(); i++) {
            for (Line line : lines) {
                double value = window.value(i, line.metric()) / divisor;
                highest = value > highest ? value : highest;
            }
        }
        String now = second.getText().isEmpty() ? first.getText() : first.getText() + " " + second.getText();
        return title + ", now " + now.toLowerCase(Locale.ROOT) + ", highest " + unit.text(highest)
                + ". Arrow keys read values.";
    }

    /// Pointer and keys.
    private static final class Reader implements TimeChart.Reader {
        private static final int LEAP = 30;
        private final StatsViewModel model;

        Reader(StatsViewModel model) {
            this.model = model;
        }

        @Override
        public void pointAt(long time) {
            model.pointAt(time);
        }

        @Override
        public void pointAway() {
            model.pointAway();
        }

        @Override
        public boolean key(KeyEvent event) {
            boolean reads = model.readingProperty().get().isPresent();
            int far = event.isShiftDown() ? LEAP : 1;
            switch (event.getCode()) {
                case LEFT -> model.step(-far);
                case RIGHT -> model.step(far);
                case HOME -> model.step(-Integer.MAX_VALUE);
                case END -> model.step(Integer.MAX_VALUE);
                case ESCAPE -> {
                    model.stopReading();
                    return reads;
                }
                default -> {
                    return false;
                }
            }
            return !event.isAltDown() && !event.isShortcutDown();
        }
    }
}
