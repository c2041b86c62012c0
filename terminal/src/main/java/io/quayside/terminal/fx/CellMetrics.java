package io.quayside.terminal.fx;

import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The size of a cell in a font. Edges lie on whole pixels, so that neighbouring backgrounds meet.
record CellMetrics(Font font, double advance, double height, double baseline) {
    private static final String SAMPLE = "MMMMMMMMMMMMMMMMMMMM";
    private static final double LEADING = 1.5;

    static CellMetrics of(Font font) {
        Text sample = new Text(SAMPLE);
        sample.setFont(font);
        Bounds bounds = sample.getLayoutBounds();
        double height = Math.ceil(Math.max(bounds.getHeight(), font.getSize() * LEADING));
        double baseline = Math.round((height - bounds.getHeight()) / 2 - bounds.getMinY());
        return new CellMetrics(font, bounds.getWidth() / SAMPLE.length(), height, baseline);
    }

    double x(int column) {
        return Math.round(column * advance);
    }

    double y(int row) {
        return row * height;
    }

    int column(double x) {
        return (int) Math.floor(x / advance);
    }

    int row(double y) {
        return (int) Math.floor(y / height);
    }
}
