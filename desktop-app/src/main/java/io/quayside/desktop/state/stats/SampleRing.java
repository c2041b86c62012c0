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
    private static final long SLOW = TimeUnit.SECONDS.toNanos(5);

    private final Deque<ContainerSample> samples = new ArrayDeque<>();
    private @Nullable ContainerStats last;
    private boolean flat = true;
    private @Nullable ContainerSample shown;

    /// Takes a reading. Returns whether it makes a difference that can be seen in a row. The line of a minute is one of
    /// CPU alone; bytes over the network come with the next reading after [#SLOW] when nothing else differs, since
    /// containers that sleep hear their neighbours.
    synchronized boolean add(ContainerStats stats, long now) {
        if (stats.read().isEmpty()) {
            return false; // the container doesn't run
        }
        ContainerSample next = sample(stats, now);
        last = stats;
        samples.addLast(next);
        boolean filled = false;
        while (now - samples.getFirst().atNanos() > SPAN) {
            samples.removeFirst();
            filled = true;
        }
        boolean wasFlat = flat;
        flat = samples.stream().allMatch(sample -> sample.samePercent(next));
        ContainerSample before = shown;
        boolean visible = before == null || !flat || !wasFlat || !before.sameMemory(next);
        if (!visible && before != null && now - before.atNanos() > SLOW) {
            visible = !filled || !before.sameTraffic(next); // not filled: a flat line gets longer
        }
        if (visible) {
            shown = next;
        }
        return visible;
    }

    synchronized Optional<StatsSeries> series() {
        return samples.isEmpty() ? Optional.empty() : Optional.of(new StatsSeries(List.copyOf(samples)));
    }

    synchronized Optional<ContainerSample> latest() {
        return Optional.ofNullable(samples.peekLast());
    }

    synchronized Optional<ContainerSample> oldest() {
        return Optional.ofNullable(samples.peekFirst());
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
