package io.quayside.desktop.state;

import java.util.List;
import java.util.OptionalLong;

/// The live figures of the status bar.
///
/// @param cpuPercent of all cores together, 0 to 100; NaN until measured
/// @param cpuHistory the last 60 s, oldest first
/// @param cores how many the engine has
/// @param memoryUsed bytes used by containers without page cache
/// @param memoryTotal bytes the engine has
/// @param diskUsed bytes used by images, containers, volumes and build cache; empty until measured
/// @param diskTotal bytes on the file system of the engine's data; empty when it can't be known
public record EngineFigures(
        double cpuPercent,
        List<Double> cpuHistory,
        int cores,
        long memoryUsed,
        long memoryTotal,
        OptionalLong diskUsed,
        OptionalLong diskTotal) {
    public static final EngineFigures UNKNOWN =
            new EngineFigures(Double.NaN, List.of(), 0, 0, 0, OptionalLong.empty(), OptionalLong.empty());

    public EngineFigures {
        cpuHistory = List.copyOf(cpuHistory);
    }
}
