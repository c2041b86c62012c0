package io.quayside.engine.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Collects options, each written as short as it is exact.
public final class Written {
    private static final String UNITS = "kmgt";
    private static final BigDecimal STEP = BigDecimal.valueOf(1024);
    /// From here on a number is long.
    private static final BigDecimal MANY = BigDecimal.valueOf(10_000);
    /// Digits after the point.
    private static final int SHORT = 2;
    private static final int LONG = 6;
    private static final int BILLION_DIGITS = 9;

    private final List<RunOption> options = new ArrayList<>();

    Written() {}

    void on(RunFlag flag, boolean on) {
        if (on) {
            options.add(RunOption.on(flag));
        }
    }

    void text(RunFlag flag, String value) {
        if (!value.isEmpty()) {
            any(flag, value);
        }
    }

    /// Also an empty text.
    void any(RunFlag flag, String value) {
        options.add(new RunOption(flag, value));
    }

    void all(RunFlag flag, Collection<String> values) {
        values.forEach(value -> any(flag, value));
    }

    void pairs(RunFlag flag, Map<String, String> values) {
        values.forEach((name, value) -> any(flag, name + "=" + value));
    }

    void number(RunFlag flag, long value) {
        if (value != 0) {
            any(flag, String.valueOf(value));
        }
    }

    void size(RunFlag flag, long bytes) {
        if (bytes != 0) {
            any(flag, size(bytes));
        }
    }

    void duration(RunFlag flag, Duration duration) {
        if (!duration.isZero()) {
            any(flag, duration(duration));
        }
    }

    void cpus(RunFlag flag, long nanos) {
        if (nanos != 0) {
            any(flag, cpus(nanos));
        }
    }

    /// In the order of [RunFlag], those of one kind as they came.
    List<RunOption> options() {
        return options.stream().sorted(Comparator.comparing(RunOption::flag)).toList();
    }

    /// A number of bytes in the unit that people would take, always exact: `1.5g`, `244.140625m`, `1500m`. A fraction
    /// is
    /// written where it is short, or where the number would be longer than anybody reads.
    public static String size(long bytes) {
        BigDecimal value = BigDecimal.valueOf(bytes);
        int unit = -1;
        while (value.abs().compareTo(STEP) >= 0 && unit + 1 < UNITS.length()) {
            BigDecimal next = value.divide(STEP).stripTrailingZeros();
            int longest = value.scale() > 0 ? 0 : value.abs().compareTo(MANY) < 0 ? SHORT : LONG;
            if (next.scale() > longest) {
                break;
            }
            value = next;
            unit++;
        }
        return value.toPlainString() + (unit < 0 ? "" : String.valueOf(UNITS.charAt(unit)));
    }

    static String duration(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos % 1_000_000 != 0) {
            return nanos + "ns";
        }
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    static String cpus(long nanos) {
        return BigDecimal.valueOf(nanos, BILLION_DIGITS).stripTrailingZeros().toPlainString();
    }
}
