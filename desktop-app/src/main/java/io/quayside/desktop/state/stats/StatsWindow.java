package io.quayside.desktop.state.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/// A part of a container's history, oldest first. Immutable: its arrays are never handed out for writing.
public final class StatsWindow {
    public static final StatsWindow EMPTY = new StatsWindow(new long[0], new boolean[0], Map.of());

    private final long[] times;
    private final boolean[] begins;
    private final Map<Metric, double[]> values;

    StatsWindow(long[] times, boolean[] begins, Map<Metric, double[]> values) {
        this.times = times;
        this.begins = begins;
        this.values = values;
    }

    public int size() {
        return times.length;
    }

    /// When a sample was taken, in milliseconds since 1970.
    public long at(int index) {
        return times[index];
    }

    /// Whether nothing was measured right before this sample: the container didn't run, or nobody looked.
    public boolean beginsRun(int index) {
        return begins[index];
    }

    /// NaN where it isn't known, as rates of the first sample of a run.
    public double value(int index, Metric metric) {
        return Objects.requireNonNull(values.get(metric))[index];
    }

    /// The samples from a time to another, both included.
    public StatsWindow between(long from, long to) {
        int first = 0;
        while (first < times.length && times[first] < from) {
            first++;
        }
        int end = times.length;
        while (end > first && times[end - 1] > to) {
            end--;
        }
        if (first == 0 && end == times.length) {
            return this;
        }
        int begin = first;
        int finish = end;
        Map<Metric, double[]> part = new java.util.EnumMap<>(Metric.class);
        values.forEach((metric, all) -> part.put(metric, Arrays.copyOfRange(all, begin, finish)));
        return new StatsWindow(
                Arrays.copyOfRange(times, begin, finish), Arrays.copyOfRange(begins, begin, finish), part);
    }
}
