package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.state.stats.ContainerSample;
import io.quayside.desktop.state.stats.StatsSeries;
import io.quayside.desktop.ui.format.Sizes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/// The figures of a row.
///
/// @param cpu "1.8%", or "–"
/// @param cpuPercent of one core, or of all where the settings say so; NaN if unknown
/// @param history for the sparkline
/// @param memory "62 MB", or "–"
/// @param limit "of 256 MB", or nothing
/// @param memoryUsed bytes; 0 if unknown
/// @param share of the limit, 0 to 1
/// @param received bytes from the network since it started
/// @param sent bytes to the network since it started
public record FigureLine(
        String cpu,
        double cpuPercent,
        History history,
        String memory,
        String limit,
        long memoryUsed,
        double share,
        long received,
        long sent) {
    public static final FigureLine NONE =
            new FigureLine("–", Double.NaN, new History(new double[0], new double[0]), "–", "", 0, 0, 0, 0);

    /// The points of a sparkline, compared by value.
    public static final class History {
        private final double[] secondsAgo;
        private final double[] values;

        History(double[] secondsAgo, double[] values) {
            this.secondsAgo = secondsAgo.clone();
            this.values = values.clone();
        }

        /// The processor figures of the last minute.
        static History of(StatsSeries series, int coresInFull) {
            List<ContainerSample> samples = series.withCpu();
            long now = series.latest().atNanos();
            return new History(
                    samples.stream()
                            .mapToDouble(sample -> (now - sample.atNanos()) / 1e9)
                            .toArray(),
                    samples.stream()
                            .mapToDouble(sample -> sample.cpuPercent() / coresInFull)
                            .toArray());
        }

        public double[] secondsAgo() {
            return secondsAgo.clone();
        }

        public double[] values() {
            return values.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof History that
                    && Arrays.equals(secondsAgo, that.secondsAgo)
                    && Arrays.equals(values, that.values);
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
                History.of(series, coresInFull),
                Sizes.of(latest.memoryUsed()),
                latest.memoryLimit() > 0 ? "of " + Sizes.of(latest.memoryLimit()) : "",
                latest.memoryUsed(),
                latest.memoryLimit() > 0 ? Math.min(1, (double) latest.memoryUsed() / latest.memoryLimit()) : 0,
                latest.networkReceived(),
                latest.networkSent());
    }

    /// "1.8%", "–" while unknown.
    public static String percent(double value) {
        return Double.isNaN(value)
                ? "–"
                : BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    /// "1.2 MB / 340 kB", received and sent; "–" while unknown.
    public String network() {
        return isKnown() ? Sizes.of(received) + " / " + Sizes.of(sent) : "–";
    }

    public boolean isKnown() {
        return memoryUsed > 0 || !Double.isNaN(cpuPercent);
    }
}
