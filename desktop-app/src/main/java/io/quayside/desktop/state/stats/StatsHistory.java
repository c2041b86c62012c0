package io.quayside.desktop.state.stats;

import io.quayside.engine.model.ContainerStats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The last hour of one container as far as it was measured, in pages of primitive numbers: at most 150 kB. It outlives
/// the container's run, so that it can be seen how that ended. Its own monitor guards it.
final class StatsHistory {
    static final Duration KEPT = Duration.ofHours(1);

    /// Samples further apart don't belong to one line. Containers that nobody looks at are measured every ten seconds.
    private static final long GAP_MILLIS = 25_000;

    private static final long CLOCK_SET_BACK = 5_000;

    private final Deque<StatsPage> pages = new ArrayDeque<>();
    private @Nullable ContainerStats last;
    private long lastAt;

    /// Takes a reading. One that was taken already is left out.
    synchronized void add(ContainerStats stats, Instant now) {
        if (stats.read().isEmpty() || (last != null && stats.read().equals(last.read()))) {
            return;
        }
        if (lastAt - now.toEpochMilli() > CLOCK_SET_BACK) {
            pages.clear(); // the times of before mean nothing any more
            last = null;
            lastAt = 0;
        }
        long at = Math.max(lastAt, now.toEpochMilli());
        ContainerStats before = last != null && continues(last, stats, at) ? last : null;
        int took = before == null ? 0 : (int) Math.max(1, millisBetween(before, stats, at));
        StatsPage page = pages.peekLast();
        if (page == null || !page.takes(stats.memoryLimit())) {
            page = new StatsPage(at, stats.memoryLimit());
            pages.addLast(page);
        }
        double cpu = before == null ? Double.NaN : stats.cpuPercentSince(before).orElse(Double.NaN);
        page.add(at, took, cpu, stats, before == null ? stats : before);
        last = stats;
        lastAt = at;
        forget(at);
    }

    private boolean continues(ContainerStats before, ContainerStats now, long at) {
        return at - lastAt <= GAP_MILLIS
                && now.cpu().totalNanos() >= before.cpu().totalNanos()
                && now.networkReceived() >= before.networkReceived();
    }

    private long millisBetween(ContainerStats before, ContainerStats now, long at) {
        long byEngine = before.read()
                .flatMap(from -> now.read().map(to -> Duration.between(from, to).toMillis()))
                .orElse(0L);
        return byEngine > 0 && byEngine <= 2 * GAP_MILLIS ? byEngine : at - lastAt;
    }

    private void forget(long now) {
        while (pages.size() > 1 && now - pages.getFirst().lastAt() > KEPT.toMillis()) {
            pages.removeFirst();
        }
    }

    /// When it was added to last; 0 for never.
    synchronized long lastAt() {
        return lastAt;
    }

    /// A copy of what it has from a time on, and within the hour before its newest sample.
    synchronized StatsWindow since(Instant from) {
        long first = Math.max(from.toEpochMilli(), lastAt - KEPT.toMillis());
        int count = 0;
        for (StatsPage page : pages) {
            for (int i = 0; i < page.size(); i++) {
                count += page.at(i) >= first ? 1 : 0;
            }
        }
        long[] times = new long[count];
        boolean[] begins = new boolean[count];
        Map<Metric, double[]> values = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            values.put(metric, new double[count]);
        }
        int n = 0;
        for (StatsPage page : pages) {
            for (int i = 0; i < page.size(); i++) {
                if (page.at(i) >= first) {
                    times[n] = page.at(i);
                    begins[n] = page.beginsRun(i);
                    for (Map.Entry<Metric, double[]> entry : values.entrySet()) {
                        entry.getValue()[n] = page.value(i, entry.getKey());
                    }
                    n++;
                }
            }
        }
        return new StatsWindow(times, begins, values);
    }
}
