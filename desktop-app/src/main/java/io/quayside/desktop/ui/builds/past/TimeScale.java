package io.quayside.desktop.ui.builds.past;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The axis that the bars of all steps share, for any width of the panel.
///
/// @param whole what it reaches to
/// @param stages room for the names of stages, 0 where none has one
record TimeScale(Duration whole, double stages) {
    private static final double RIGHT = 104;
    private static final double SHARE = 0.348;
    private static final double LEAST_LEFT = 200;
    private static final double MOST_MARKS = 6;
    private static final long[] STEPS = {1, 2, 5};

    /// Where the axis begins.
    double left(double width) {
        return Math.max(LEAST_LEFT, Math.floor(width * SHARE));
    }

    /// Where it ends.
    double right(double width) {
        return Math.max(left(width) + 20, width - RIGHT);
    }

    double x(Duration time, double width) {
        double share = whole.isZero() ? 0 : time.toMillis() / (double) whole.toMillis();
        return left(width) + Math.min(1, share) * (right(width) - left(width));
    }

    /// Round times, a handful of them.
    List<Duration> marks() {
        long gap = gap();
        List<Duration> marks = new ArrayList<>();
        for (long at = 0; at <= whole.toMillis(); at += gap) {
            marks.add(Duration.ofMillis(at));
        }
        return marks;
    }

    private long gap() {
        long[] minutes = {60_000, 120_000, 300_000, 600_000, 1_200_000, 1_800_000, 3_600_000, 7_200_000, 14_400_000};
        for (long power = 10; power <= 10_000; power *= 10) {
            for (long step : STEPS) {
                if (whole.toMillis() / (double) (step * power) <= MOST_MARKS && step * power < 60_000) {
                    return step * power;
                }
            }
        }
        for (long gap : minutes) {
            if (whole.toMillis() / (double) gap <= MOST_MARKS) {
                return gap;
            }
        }
        return 86_400_000;
    }

    /// A mark in words: "0 s", "20 s", "0.5 s", "2 min"; all of one axis in one unit.
    String words(Duration mark) {
        long millis = mark.toMillis();
        if (gap() >= 60_000 && millis > 0) {
            return millis / 60_000 + " min";
        }
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000.0 + " s";
    }
}
