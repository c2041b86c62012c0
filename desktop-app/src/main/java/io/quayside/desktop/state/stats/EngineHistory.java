package io.quayside.desktop.state.stats;

import io.quayside.desktop.state.stats.EngineTrend.Point;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Keeps what is told of an engine for a quarter of an hour, in some 450 points: 25 kB. One thread at a time.
final class EngineHistory {
    /// Further apart, points don't belong to one line: the window was hidden, or the engine away.
    private static final long GAP_MILLIS = 15_000;

    private final Deque<Point> points = new ArrayDeque<>();

    /// @param at milliseconds since 1970; earlier than the one before when the computer's clock was set back
    void add(long at, double cpuPercent, double memory, double written) {
        Point last = points.peekLast();
        if (last != null && at < last.at()) {
            points.clear(); // the times of before mean nothing any more
            last = null;
        }
        points.addLast(new Point(at, last == null || at - last.at() > GAP_MILLIS, cpuPercent, memory, written));
        while (at - points.getFirst().at() > EngineTrend.KEPT.toMillis()) {
            points.removeFirst();
        }
    }

    void clear() {
        points.clear();
    }

    EngineTrend trend() {
        return new EngineTrend(List.copyOf(points));
    }
}
