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

    /// Those samples whose processor figure is known, oldest first.
    public List<ContainerSample> withCpu() {
        return samples.stream()
                .filter(sample -> !Double.isNaN(sample.cpuPercent()))
                .toList();
    }
}
