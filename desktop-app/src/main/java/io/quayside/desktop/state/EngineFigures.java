package io.quayside.desktop.state;

import java.util.List;
import java.util.OptionalLong;

/// The live figures of the status bar.
///
/// @param cpuPercent of all cores together, 0 to 100; NaN until every running container was measured
/// @param cpuHistory the last 60 s, oldest first, one each two seconds, at most [#HISTORY]
/// @param cores how many the engine has
/// @param memoryUsed bytes used by containers without page cache; means nothing before [#measured()]
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

    /// How many values the history of a whole minute has.
    public static final int HISTORY = 30;

    public EngineFigures {
        cpuHistory = List.copyOf(cpuHistory);
    }

    /// Whether the sums are whole. A part of them would look like a figure and be none.
    public boolean measured() {
        return !Double.isNaN(cpuPercent);
    }
}
