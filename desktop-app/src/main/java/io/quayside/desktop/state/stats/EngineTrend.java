package io.quayside.desktop.state.stats;

import java.time.Duration;
import java.util.List;

/// The figures of a whole engine over its last quarter of an hour, as far as they were measured.
///
/// @param points oldest first, one each two seconds while the window is visible
public record EngineTrend(List<Point> points) {
    public static final Duration KEPT = Duration.ofMinutes(15);
    public static final EngineTrend EMPTY = new EngineTrend(List.of());

    /// All running containers together at one moment.
    ///
    /// @param at milliseconds since 1970
    /// @param begins whether nothing was measured right before
    /// @param cpuPercent of all cores, 0 to 100
    /// @param memory bytes without page cache
    /// @param written bytes per second to disks; NaN until every container was measured twice
    public record Point(long at, boolean begins, double cpuPercent, double memory, double written) {}

    public EngineTrend {
        points = List.copyOf(points);
    }
}
