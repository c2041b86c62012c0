package io.quayside.desktop.ui.control.chart;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/// Draws lines into a rectangle of a canvas. Where there are more points than columns of pixels, each column has its
/// lowest and its highest, so that no peak is lost.
final class ChartPainter {
    private static final double FILL_OPACITY = 0.14;
    private static final double STROKE = 1.5;

    private final GraphicsContext graphics;
    private final ChartFrame frame;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final double scale;
    private double[] x = new double[64];
    private double[] y = new double[64];
    private int points;

    ChartPainter(
            GraphicsContext graphics,
            ChartFrame frame,
            double left,
            double top,
            double width,
            double height,
            double scale) {
        this.graphics = graphics;
        this.frame = frame;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.scale = scale;
    }

    double x(long time) {
        return left + Math.clamp((time - frame.from()) / (double) Math.max(1, frame.to() - frame.from()), 0, 1) * width;
    }

    double y(double value) {
        return top + height - Math.clamp(value / scale, 0, 1) * height;
    }

    void rule(double value, Paint colour) {
        double at = Math.round(y(value)) - 0.5;
        graphics.setStroke(colour);
        graphics.setLineWidth(1);
        graphics.strokeLine(left, at, left + width, at);
    }

    void dashed(double value, Paint colour) {
        graphics.setLineDashes(5, 4);
        rule(value, colour);
        graphics.setLineDashes();
    }

    void span(ChartFrame.Mark mark, Paint colour) {
        double from = x(mark.from());
        graphics.setGlobalAlpha(2 * FILL_OPACITY);
        graphics.setFill(colour);
        graphics.fillRect(from, top, Math.max(1, x(mark.to()) - from), height);
        graphics.setGlobalAlpha(1);
    }

    void line(int line, Paint colour, boolean filled) {
        ChartPoints all = frame.points();
        points = 0;
        double lowest = 0;
        double highest = 0;
        double column = Double.NaN;
        for (int i = 0; i < all.size(); i++) {
            double value = all.value(line, i);
            if (Double.isNaN(value) || all.begins(i)) {
                column(column, lowest, highest);
                run(colour, filled);
                column = Double.NaN;
            }
            if (!Double.isNaN(value)) {
                double at = Math.rint(x(all.at(i)) * 2) / 2;
                if (at == column) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                } else {
                    column(column, lowest, highest);
                    column = at;
                    lowest = value;
                    highest = value;
                }
            }
        }
        column(column, lowest, highest);
        run(colour, filled);
    }

    private void column(double at, double lowest, double highest) {
        if (!Double.isNaN(at)) {
            point(at, y(highest));
            if (lowest != highest) {
                point(at, y(lowest));
            }
        }
    }

    private void point(double px, double py) {
        if (points + 3 > x.length) {
            x = java.util.Arrays.copyOf(x, 2 * x.length);
            y = java.util.Arrays.copyOf(y, 2 * y.length);
        }
        x[points] = px;
        y[points] = py;
        points++;
    }

    private void run(Paint colour, boolean filled) {
        if (points == 1) {
            graphics.setFill(colour);
            graphics.fillOval(x[0] - 1, y[0] - 1, 2, 2); // a moment alone is a dot
        } else if (points > 1) {
            if (filled) {
                x[points] = x[points - 1];
                y[points] = top + height;
                x[points + 1] = x[0];
                y[points + 1] = top + height;
                graphics.setGlobalAlpha(FILL_OPACITY);
                graphics.setFill(colour);
                graphics.fillPolygon(x, y, points + 2);
                graphics.setGlobalAlpha(1);
            }
            graphics.setStroke(colour);
            graphics.setLineWidth(STROKE);
            graphics.strokePolyline(x, y, points);
        }
        points = 0;
    }

    void hairline(long time, Paint colour) {
        double at = Math.round(x(time)) - 0.5;
        graphics.setStroke(colour);
        graphics.setLineWidth(1);
        graphics.strokeLine(at, top - 4, at, top + height);
    }

    void dot(long time, double value, Paint colour, Paint edge) {
        graphics.setFill(edge);
        graphics.fillOval(x(time) - 4.5, y(value) - 4.5, 9, 9);
        graphics.setFill(colour);
        graphics.fillOval(x(time) - 3, y(value) - 3, 6, 6);
    }
}
