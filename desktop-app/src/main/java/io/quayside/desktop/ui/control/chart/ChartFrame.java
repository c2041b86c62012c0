package io.quayside.desktop.ui.control.chart;

import io.quayside.desktop.ui.theme.StateGlyph;
import java.util.List;

/// What a chart shows.
///
/// @param from the time at its left end, in milliseconds since 1970
/// @param to the time at its right end
/// @param limit drawn as a dashed line; NaN for none
public record ChartFrame(ChartPoints points, long from, long to, double limit, List<Mark> marks) {
    public ChartFrame {
        marks = List.copyOf(marks);
    }

    /// Something that happened: a glyph above the plot; a span tints its width as well.
    public record Mark(long from, long to, StateGlyph glyph) {}

    double highest(int lines) {
        double highest = 0;
        for (int i = 0; i < points.size(); i++) {
            for (int line = 0; line < lines; line++) {
                double value = points.value(line, i);
                if (value > highest) {
                    highest = value;
                }
            }
        }
        return highest;
    }
}
