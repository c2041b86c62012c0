package io.quayside.desktop.ui.control.chart;

import io.quayside.desktop.ui.format.Sizes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// What the values of a chart are, and how its scale names them.
public enum ChartUnit {
    PERCENT(5),
    BYTES(1_000_000),
    BYTES_PER_SECOND(1_000),
    COUNT(5);

    /// The horizontal lines of a chart.
    ///
    /// @param top the value of the highest
    /// @param lines from the lowest up
    public record Scale(double top, List<Line> lines) {
        public Scale {
            lines = List.copyOf(lines);
        }
    }

    /// One horizontal line with the words beside it.
    public record Line(double value, String label) {}

    private static final String[] PREFIXES = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final int LINES = 5;

    private final double least;

    ChartUnit(double least) {
        this.least = least;
    }

    /// A scale with round numbers from 0 to a bit more than the highest value.
    public Scale scale(double highest) {
        double wanted = Math.max(least, highest * 1.05);
        double power = Math.pow(10, Math.floor(Math.log10(wanted / LINES)));
        double step = power;
        for (double factor : STEPS) {
            step = factor * power;
            if (step * LINES >= wanted) {
                break;
            }
        }
        if (this == COUNT) {
            step = Math.max(1, Math.ceil(step));
        }
        int count = (int) Math.ceil(wanted / step - 1e-9);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
            lines.add(new Line(i * step, label(i * step, step, count * step, i == count)));
        }
        return new Scale(count * step, lines);
    }

    /// Four even bands from 0 to a given value.
    static Scale even(double top) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add(new Line(top * i / (LINES - 1), ""));
        }
        return new Scale(top, lines);
    }

    /// The unit stands on the top line only; percent is short enough for all.
    private String label(double value, double step, double top, boolean isTop) {
        if (value == 0) {
            return "0";
        }
        return switch (this) {
            case PERCENT -> plain(value, step) + "%";
            case COUNT -> plain(value, step);
            case BYTES, BYTES_PER_SECOND -> {
                int prefix = prefix(top);
                double unit = Math.pow(1000, prefix);
                String number = plain(value / unit, step / unit);
                yield isTop ? number + " " + PREFIXES[prefix] + (this == BYTES ? "" : "/s") : number;
            }
        };
    }

    private static int prefix(double value) {
        int prefix = 0;
        for (double rest = value; rest >= 1000 && prefix < PREFIXES.length - 1; rest /= 1000) {
            prefix++;
        }
        return prefix;
    }

    /// As many digits as the step needs.
    private static String plain(double value, double step) {
        BigDecimal exact =
                BigDecimal.valueOf(step).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return BigDecimal.valueOf(value)
                .setScale(Math.max(0, exact.scale()), RoundingMode.HALF_UP)
                .toPlainString();
    }

    /// A value with its unit: "11.2%", "1.01 GB", "86 kB/s", "9"; "–" if it isn't known.
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (this) {
            case PERCENT ->
                BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
            case BYTES -> Sizes.of(Math.round(value));
            case BYTES_PER_SECOND -> Sizes.of(Math.round(value)) + "/s";
            case COUNT -> Long.toString(Math.round(value));
        };
    }
}
