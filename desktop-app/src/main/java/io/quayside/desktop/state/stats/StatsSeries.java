package io.quayside.desktop.state.stats;

import java.util.List;

/// The figures of one container over the last minute.
///
/// @param samples oldest first, about one a second while it is watched; never empty
public record StatsSeries(List<ContainerSample> samples) {
    public StatsSeries {
        samples = List.copyOf(samples);
    }

    public ContainerSample latest() {
        return samples.getLast();
    }

    /// The processor figures for a sparkline, oldest first, without those that are not known.
    public double[] cpuHistory() {
        return samples.stream()
                .mapToDouble(ContainerSample::cpuPercent)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
