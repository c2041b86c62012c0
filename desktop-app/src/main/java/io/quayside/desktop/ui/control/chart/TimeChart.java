package io.quayside.desktop.ui.control.chart;

import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/// One or two lines over time, with a scale at the right, times below, a limit, marks above, and a hairline that reads
/// values where the pointer or the arrow keys put it. Painted only when something changed and it is in a scene.
public final class TimeChart extends Region {
    /// Where the hairline is wanted.
    public interface Reader {
        /// The pointer is over this time.
        void pointAt(long time);

        /// The pointer left.
        void pointAway();

        /// A key was pressed. Returns whether it meant anything.
        boolean key(KeyEvent event);
    }

    private static final StyleablePropertyFactory<TimeChart> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<TimeChart, Paint> FIRST =
            STYLES.createPaintCssMetaData("-qs-line", chart -> chart.first, Color.GRAY, false);
    private static final CssMetaData<TimeChart, Paint> SECOND =
            STYLES.createPaintCssMetaData("-qs-line-2", chart -> chart.second, Color.GRAY, false);
    private static final CssMetaData<TimeChart, Paint> GRID =
            STYLES.createPaintCssMetaData("-qs-grid", chart -> chart.grid, Color.GRAY, false);
    private static final CssMetaData<TimeChart, Paint> LIMIT =
            STYLES.createPaintCssMetaData("-qs-limit", chart -> chart.limit, Color.GRAY, false);
    private static final CssMetaData<TimeChart, Paint> HAIRLINE =
            STYLES.createPaintCssMetaData("-qs-hairline", chart -> chart.hairline, Color.GRAY, false);
    private static final CssMetaData<TimeChart, Paint> SPAN =
            STYLES.createPaintCssMetaData("-qs-span", chart -> chart.span, Color.GRAY, false);
    private static final CssMetaData<TimeChart, Paint> GROUND =
            STYLES.createPaintCssMetaData("-qs-ground", chart -> chart.ground, Color.GRAY, false);

    private static final double RIGHT = 62;
    private static final double ABOVE = 16;
    private static final double BELOW = 20;
    private static final double SCALE_GAP = 8;
    private static final double MARK = 12;
    /// A limit far above what is used would press the line to the ground; then only its value is said.
    private static final double LIMIT_IN_VIEW = 12;

    private final Canvas canvas = new Canvas();
    private final SimpleStyleableObjectProperty<Paint> first = paint(FIRST, "first");
    private final SimpleStyleableObjectProperty<Paint> second = paint(SECOND, "second");
    private final SimpleStyleableObjectProperty<Paint> grid = paint(GRID, "grid");
    private final SimpleStyleableObjectProperty<Paint> limit = paint(LIMIT, "limit");
    private final SimpleStyleableObjectProperty<Paint> hairline = paint(HAIRLINE, "hairline");
    private final SimpleStyleableObjectProperty<Paint> span = paint(SPAN, "span");
    private final SimpleStyleableObjectProperty<Paint> ground = paint(GROUND, "ground");
    private final ChartUnit unit;
    private final int lines;
    private final List<Label> scaleLabels = new ArrayList<>();
    private final List<Label> timeLabels = new ArrayList<>();
    private final List<StateGlyphView> glyphs = new ArrayList<>();
    private final Label limitLabel = new Label();
    private final Label readout = new Label();
    private @Nullable ChartFrame frame;
    private OptionalLong reading = OptionalLong.empty();
    private IntFunction<String> readingText = index -> "";
    private String summary = "";
    private ChartUnit.Scale scale = new ChartUnit.Scale(1, List.of());
    private List<TimeAxis.Tick> ticks = List.of();
    private boolean limited;
    private OptionalInt readIndex = OptionalInt.empty();
    private double right = RIGHT;
    private double above = ABOVE;
    private List<String> ends = List.of();
    private double fixedTop = Double.NaN;

    /// @param lines one, which is filled, or two
    public TimeChart(ChartUnit unit, int lines) {
        this.unit = unit;
        this.lines = lines;
        getStyleClass().add("time-chart");
        getStylesheets()
                .add(Objects.requireNonNull(TimeChart.class.getResource("chart.css"))
                        .toExternalForm());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        limitLabel.getStyleClass().addAll(StyleClasses.CAPTION, "limit");
        readout.getStyleClass().addAll(StyleClasses.CAPTION, "readout");
        readout.setVisible(false);
        limitLabel.setVisible(false);
        List.of(limitLabel, readout).forEach(label -> {
            label.setManaged(false);
            label.setMouseTransparent(true);
        });
        getChildren().addAll(canvas, limitLabel, readout);
        setMinHeight(120);
        setMinWidth(160);
        setPrefHeight(156);
        sceneProperty().subscribe(() -> requestLayout());
    }

    /// The small form: without words at its lines, and with words for both ends of its time.
    public TimeChart small(String start, String end) {
        ends = List.of(start, end);
        right = 0;
        above = 4;
        getStyleClass().add("small");
        setMinHeight(70);
        setPrefHeight(86);
        return this;
    }

    /// Where the scale of the next frames ends, whatever their values; NaN for just above the highest.
    public void setTop(double value) {
        fixedTop = value;
    }

    private SimpleStyleableObjectProperty<Paint> paint(CssMetaData<TimeChart, Paint> meta, String name) {
        SimpleStyleableObjectProperty<Paint> property =
                new SimpleStyleableObjectProperty<>(meta, this, name, Color.GRAY);
        property.subscribe(() -> requestLayout());
        return property;
    }

    /// Tells where the pointer is, and what keys are pressed.
    public void readBy(Reader reader) {
        setOnMouseMoved(event -> timeAt(event.getX()).ifPresent(reader::pointAt));
        setOnMouseExited(event -> reader.pointAway());
        setOnMousePressed(event -> requestFocus());
        setOnKeyPressed(event -> {
            if (reader.key(event)) {
                event.consume();
            }
        });
    }

    /// Shows other points.
    ///
    /// @param words what it shows in a sentence, for those who can't see it
    public void show(ChartFrame next, String words) {
        frame = next;
        summary = words;
        double highest = next.highest(lines);
        limited = !Double.isNaN(next.limit()) && next.limit() <= highest * LIMIT_IN_VIEW;
        scale = Double.isNaN(fixedTop)
                ? unit.scale(limited ? Math.max(highest, next.limit()) : highest)
                : ChartUnit.even(Math.max(fixedTop, highest));
        boolean full = ends.isEmpty();
        fit(
                scaleLabels,
                full ? scale.lines().stream().map(ChartUnit.Line::label).toList() : List.of(),
                "scale");
        ticks = full
                ? TimeAxis.ticks(next.from(), next.to(), ZoneId.systemDefault())
                : List.of(
                        new TimeAxis.Tick(next.from(), ends.getFirst()), new TimeAxis.Tick(next.to(), ends.getLast()));
        fit(timeLabels, ticks.stream().map(TimeAxis.Tick::label).toList(), "time");
        fitMarks(next);
        limitLabel.setVisible(!Double.isNaN(next.limit()));
        if (limitLabel.isVisible()) {
            String value = unit == ChartUnit.PERCENT ? Math.round(next.limit()) + "%" : unit.text(next.limit());
            limitLabel.setText("Limit " + value + (limited ? "" : ", above this scale"));
        }
        readAgain();
        requestLayout();
    }

    /// Puts the hairline to a time, or away.
    ///
    /// @param text the words for a point
    public void read(OptionalLong time, IntFunction<String> text) {
        reading = time;
        readingText = text;
        readAgain();
        requestLayout();
    }

    /// The words at the hairline, empty without one.
    public String readout() {
        return readout.isVisible() ? readout.getText() : "";
    }

    private OptionalLong timeAt(double px) {
        ChartFrame now = frame;
        double width = getWidth() - right;
        return now == null || width <= 0 || px < 0 || px > width
                ? OptionalLong.empty()
                : OptionalLong.of(now.from() + Math.round(px / width * (now.to() - now.from())));
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        ChartFrame now = frame;
        double width = Math.floor(getWidth() - right);
        double height = Math.floor(getHeight() - above - BELOW);
        if (now == null || getScene() == null || width <= 0 || height <= 0) {
            return;
        }
        ChartPainter painter = new ChartPainter(graphics, now, 0, above, width, height, scale.top());
        now.marks().stream().filter(mark -> mark.to() > mark.from()).forEach(mark -> painter.span(mark, span.get()));
        layoutScale(painter, width);
        painter.line(0, first.get(), lines == 1);
        if (lines > 1) {
            painter.line(1, second.get(), false);
        }
        layoutLimit(painter, now);
        layoutTimes(painter, width);
        layoutMarks(painter, now);
        layoutReading(painter, now, width);
    }

    private void layoutScale(ChartPainter painter, double width) {
        for (int i = 0; i < scale.lines().size(); i++) {
            ChartUnit.Line line = scale.lines().get(i);
            painter.rule(line.value(), grid.get());
            if (i >= scaleLabels.size()) {
                continue;
            }
            Label label = scaleLabels.get(i);
            label.autosize();
            label.relocate(width + SCALE_GAP, Math.rint(painter.y(line.value()) - label.getHeight() / 2));
        }
    }

    private void layoutLimit(ChartPainter painter, ChartFrame now) {
        if (!limitLabel.isVisible()) {
            return;
        }
        if (limited) {
            painter.dashed(now.limit(), limit.get());
        }
        limitLabel.autosize();
        limitLabel.relocate(4, (limited ? painter.y(now.limit()) : above + 16) - limitLabel.getHeight());
    }

    private void layoutTimes(ChartPainter painter, double width) {
        for (int i = 0; i < ticks.size(); i++) {
            Label label = timeLabels.get(i);
            label.autosize();
            double middle = painter.x(ticks.get(i).at());
            double most = Math.max(0, width - label.getWidth());
            label.relocate(Math.clamp(middle - label.getWidth() / 2, 0, most), getHeight() - BELOW + 4);
        }
    }

    private void layoutMarks(ChartPainter painter, ChartFrame now) {
        for (int i = 0; i < glyphs.size(); i++) {
            ChartFrame.Mark mark = now.marks().get(i);
            StateGlyphView view = glyphs.get(i);
            view.resize(StateGlyphView.SIZE, StateGlyphView.SIZE);
            view.relocate((painter.x(mark.from()) + painter.x(mark.to())) / 2 - StateGlyphView.SIZE / 2, -2);
        }
    }

    private void layoutReading(ChartPainter painter, ChartFrame now, double width) {
        if (!readout.isVisible()) {
            return;
        }
        long time = reading.orElse(now.to());
        painter.hairline(time, hairline.get());
        for (int line = 0; line < lines && readIndex.isPresent(); line++) {
            double value = now.points().value(line, readIndex.getAsInt());
            if (!Double.isNaN(value)) {
                painter.dot(time, value, line == 0 ? first.get() : second.get(), ground.get());
            }
        }
        readout.autosize();
        double at = painter.x(time);
        boolean leftSide = at + 10 + readout.getWidth() > width;
        readout.relocate(leftSide ? Math.max(0, at - 10 - readout.getWidth()) : at + 10, above + 8);
    }

    /// Finds the point at the hairline anew.
    private void readAgain() {
        ChartFrame now = frame;
        if (now == null || reading.isEmpty() || reading.getAsLong() < now.from() || reading.getAsLong() > now.to()) {
            readout.setVisible(false);
            setAccessibleText(summary);
            return;
        }
        readIndex = now.points().nearest(reading.getAsLong(), Math.max(2_500, (now.to() - now.from()) / 200));
        readout.setText(readIndex.isPresent() ? readingText.apply(readIndex.getAsInt()) : "Not measured");
        readout.setVisible(true);
        setAccessibleText(summary + " At the mark: " + readout.getText() + ".");
    }

    private void fitMarks(ChartFrame next) {
        while (glyphs.size() > next.marks().size()) {
            getChildren().remove(glyphs.removeLast());
        }
        for (int i = 0; i < next.marks().size(); i++) {
            if (glyphs.size() <= i) {
                StateGlyphView view = next.marks().get(i).glyph().node();
                view.setManaged(false);
                view.setScaleX(MARK / StateGlyphView.SIZE);
                view.setScaleY(MARK / StateGlyphView.SIZE);
                glyphs.add(view);
                getChildren().add(view);
            }
            glyphs.get(i).setGlyph(next.marks().get(i).glyph());
        }
    }

    private void fit(List<Label> labels, List<String> texts, String style) {
        while (labels.size() > texts.size()) {
            getChildren().remove(labels.removeLast());
        }
        while (labels.size() < texts.size()) {
            Label label = new Label();
            label.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED, style);
            label.setMouseTransparent(true);
            label.setManaged(false);
            labels.add(label);
            getChildren().add(label);
        }
        for (int i = 0; i < texts.size(); i++) {
            labels.get(i).setText(texts.get(i));
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
