package io.quayside.desktop.ui.control.chart;

import java.util.OptionalInt;

/// The points of one or two lines that were measured at the same moments, oldest first.
public interface ChartPoints {
    int size();

    /// When, in milliseconds since 1970.
    long at(int index);

    /// Whether no line leads to this point from the one before.
    boolean begins(int index);

    /// NaN for a gap.
    double value(int line, int index);

    /// The point nearest to a time, if it is at most `within` milliseconds from it.
    default OptionalInt nearest(long time, long within) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int best = -1;
        for (int i = Math.max(0, low - 1); i <= Math.min(low, size() - 1); i++) {
            if (best < 0 || Math.abs(at(i) - time) < Math.abs(at(best) - time)) {
                best = i;
            }
        }
        return best >= 0 && Math.abs(at(best) - time) <= within ? OptionalInt.of(best) : OptionalInt.empty();
    }
}
