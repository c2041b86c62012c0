package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/// A small line of the last values, filled at 16 %. It is drawn again only when its values, colour or size change and
/// it
/// is in a scene; its summary in words is its accessible text.
public final class Sparkline extends Region {
    private static final StyleablePropertyFactory<Sparkline> STYLES =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<Sparkline, Paint> LINE =
            STYLES.createPaintCssMetaData("-qs-line", sparkline -> sparkline.line, Color.GRAY, false);
    private static final double FILL_OPACITY = 0.16;
    private static final double STROKE = 1.4;

    private final Canvas canvas = new Canvas();
    private final SimpleStyleableObjectProperty<Paint> line =
            new SimpleStyleableObjectProperty<>(LINE, this, "line", Color.GRAY);
    private double[] values = {};
    private double[] places = {}; // from left, 0, to right, 1
    private double maximum = 1;

    public Sparkline(double width, double height) {
        getStyleClass().add(StyleClasses.SPARKLINE);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        getChildren().add(canvas);
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        line.subscribe(() -> requestLayout());
        sceneProperty().subscribe(() -> requestLayout());
    }

    /// Shows values, oldest first, over the whole width, on a scale from 0 to `scale`. Values that aren't numbers are
    /// gaps.
    public void setValues(double[] next, double scale, String summary) {
        double[] even = new double[next.length];
        for (int i = 0; i < next.length; i++) {
            even[i] = next.length == 1 ? 1 : i / (double) (next.length - 1);
        }
        set(even, next, scale, summary);
    }

    /// Shows values, oldest first, at a fixed distance, the newest at the right end. As long as there are fewer than
    /// `most`, the left part stays empty.
    public void setRecent(List<Double> next, int most, double scale, String summary) {
        double[] at = new double[next.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = 1 - (at.length - 1 - i) / (double) (most - 1);
        }
        set(at, next.stream().mapToDouble(Double::doubleValue).toArray(), scale, summary);
    }

    /// Shows values, oldest first, on an axis of `span` seconds, now at the right end.
    public void setTimed(double[] secondsAgo, double[] next, double span, double scale, String summary) {
        double[] at = new double[next.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = Math.clamp(1 - secondsAgo[i] / span, 0, 1);
        }
        set(at, next, scale, summary);
    }

    private void set(double[] at, double[] next, double scale, String summary) {
        places = at;
        values = next.clone();
        maximum = scale > 0 ? scale : 1;
        setAccessibleText(summary);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
        }
        if (getScene() != null) {
            draw();
        }
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        graphics.clearRect(0, 0, width, height);
        graphics.setStroke(line.get());
        graphics.setFill(line.get());
        graphics.setLineWidth(STROKE);
        int start = 0;
        while (start < values.length) {
            int end = start;
            while (end < values.length && !Double.isNaN(values[end])) {
                end++;
            }
            if (end - start > 1) {
                drawRun(graphics, start, end, width, height);
            }
            start = end + 1;
        }
    }

    private void drawRun(GraphicsContext graphics, int start, int end, double width, double height) {
        double[] x = new double[end - start + 2];
        double[] y = new double[end - start + 2];
        for (int i = start; i < end; i++) {
            x[i - start] = places[i] * width;
            double share = Math.clamp(values[i] / maximum, 0, 1);
            y[i - start] = height - STROKE / 2 - share * (height - STROKE);
        }
        int points = end - start;
        x[points] = x[points - 1];
        y[points] = height;
        x[points + 1] = x[0];
        y[points + 1] = height;
        graphics.setGlobalAlpha(FILL_OPACITY);
        graphics.fillPolygon(x, y, points + 2);
        graphics.setGlobalAlpha(1);
        graphics.strokePolyline(x, y, points);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
