package io.quayside.desktop.state.stats;

import io.quayside.engine.model.ContainerStats;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The last minute of one container. Its own monitor guards it.
final class SampleRing {
    private static final long SPAN = TimeUnit.SECONDS.toNanos(60);
    private static final long GROWTH = TimeUnit.SECONDS.toNanos(5);

    private final Deque<ContainerSample> samples = new ArrayDeque<>();
    private @Nullable ContainerStats last;
    private boolean flat = true;
    private long shown;

    /// Takes a reading. Returns whether it makes a difference that can be seen in a row.
    synchronized boolean add(ContainerStats stats, long now) {
        if (stats.read().isEmpty()) {
            return false; // the container doesn't run
        }
        ContainerSample next = sample(stats, now);
        ContainerSample before = samples.peekLast();
        last = stats;
        samples.addLast(next);
        boolean filled = false;
        while (now - samples.getFirst().atNanos() > SPAN) {
            samples.removeFirst();
            filled = true;
        }
        boolean wasFlat = flat;
        flat = samples.stream().allMatch(sample -> sample.looksLike(next));
        boolean grows = !filled && now - shown > GROWTH; // a flat line that gets longer
        boolean visible = before == null || !before.looksLike(next) || !flat || !wasFlat || grows;
        if (visible) {
            shown = now;
        }
        return visible;
    }

    synchronized Optional<StatsSeries> series() {
        return samples.isEmpty() ? Optional.empty() : Optional.of(new StatsSeries(List.copyOf(samples)));
    }

    synchronized Optional<ContainerSample> latest() {
        return Optional.ofNullable(samples.peekLast());
    }

    private ContainerSample sample(ContainerStats stats, long now) {
        return new ContainerSample(
                now,
                cpu(stats).orElse(Double.NaN),
                stats.memoryUsed(),
                stats.memoryLimit(),
                stats.networkReceived(),
                stats.networkSent(),
                stats.blockRead(),
                stats.blockWritten(),
                stats.pids());
    }

    private OptionalDouble cpu(ContainerStats stats) {
        OptionalDouble own = stats.cpuPercent();
        return own.isEmpty() && last != null ? stats.cpuPercentSince(last) : own;
    }
}
