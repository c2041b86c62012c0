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

    /// Shows values, oldest first, on a scale from 0 to `scale`. Values that aren't numbers are gaps.
    public void setValues(double[] next, double scale, String summary) {
        values = next.clone();
        maximum = scale > 0 ? scale : 1;
        setAccessibleText(summary);
        requestLayout();
    }

    /// The same for a list.
    public void setValues(List<Double> next, double scale, String summary) {
        setValues(next.stream().mapToDouble(Double::doubleValue).toArray(), scale, summary);
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
        double step = width / Math.max(1, values.length - 1);
        double[] x = new double[end - start + 2];
        double[] y = new double[end - start + 2];
        for (int i = start; i < end; i++) {
            x[i - start] = i * step;
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
