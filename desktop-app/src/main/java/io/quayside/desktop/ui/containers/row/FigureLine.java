package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.stats.ContainerSample;
import io.quayside.desktop.state.stats.StatsSeries;
import io.quayside.desktop.ui.format.Sizes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/// The figures of a row.
///
/// @param cpu "1.8%", or "–"
/// @param cpuPercent of one core, or of all where the settings say so; NaN if unknown
/// @param history for the sparkline, oldest first
/// @param memory "62 MB", or "–"
/// @param limit "of 256 MB", or nothing
/// @param memoryUsed bytes; 0 if unknown
/// @param share of the limit, 0 to 1
public record FigureLine(
        String cpu, double cpuPercent, History history, String memory, String limit, long memoryUsed, double share) {
    public static final FigureLine NONE = new FigureLine("–", Double.NaN, new History(new double[0]), "–", "", 0, 0);

    /// The values of a sparkline, compared by value.
    public static final class History {
        private final double[] values;

        History(double[] values) {
            this.values = values.clone();
        }

        public double[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof History that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /// @param coresInFull how many busy cores are 100 %: one as `docker stats` counts, or all of the engine's
    public static FigureLine of(StatsSeries series, int coresInFull) {
        ContainerSample latest = series.latest();
        double cpu = latest.cpuPercent() / coresInFull;
        return new FigureLine(
                percent(cpu),
                cpu,
                new History(Arrays.stream(series.cpuHistory())
                        .map(value -> value / coresInFull)
                        .toArray()),
                Sizes.of(latest.memoryUsed()),
                latest.memoryLimit() > 0 ? "of " + Sizes.of(latest.memoryLimit()) : "",
                latest.memoryUsed(),
                latest.memoryLimit() > 0 ? Math.min(1, (double) latest.memoryUsed() / latest.memoryLimit()) : 0);
    }

    /// "1.8%", "–" while unknown.
    public static String percent(double value) {
        return Double.isNaN(value)
                ? "–"
                : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    public boolean isKnown() {
        return memoryUsed > 0 || !Double.isNaN(cpuPercent);
    }
}
