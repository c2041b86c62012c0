package io.quayside.engine.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The figures of a container at one moment (`GET /containers/{id}/stats`).
///
/// @param read when they were taken; empty for a container that doesn't run
/// @param cpu processor time up to now
/// @param earlierCpu processor time up to the sample before, [CpuCounters#NONE] if there was none
/// @param earlierRead when the sample before was taken
/// @param memoryUsage bytes of memory with the page cache
/// @param memoryCache bytes of it that are page cache and could be dropped
/// @param memoryLimit bytes it may have; the machine's memory if it has no limit; 0 if the engine doesn't say
/// @param networkReceived bytes received in all networks together
/// @param networkSent bytes sent in all networks together
/// @param blockRead bytes read from disks
/// @param blockWritten bytes written to disks
/// @param pids how many processes and threads there are
/// @param pidsLimit how many there may be, if there is a limit
public record ContainerStats(
        Optional<Instant> read,
        CpuCounters cpu,
        CpuCounters earlierCpu,
        Optional<Instant> earlierRead,
        long memoryUsage,
        long memoryCache,
        long memoryLimit,
        long networkReceived,
        long networkSent,
        long blockRead,
        long blockWritten,
        long pids,
        OptionalLong pidsLimit) {

    /// Memory in use without page cache, as `docker stats` shows it.
    public long memoryUsed() {
        return Math.max(0, memoryUsage - memoryCache);
    }

    /// Memory in use as percent of the limit, or empty if there is none.
    public OptionalDouble memoryPercent() {
        return memoryLimit == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * memoryUsed() / memoryLimit);
    }

    /// Percent of one core since the sample before, as `docker stats` shows it: 250 is two and a half cores. Empty for
    /// a first sample.
    public OptionalDouble cpuPercent() {
        return percent(earlierCpu, earlierRead);
    }

    /// Percent of one core since another sample.
    public OptionalDouble cpuPercentSince(ContainerStats earlier) {
        return percent(earlier.cpu, earlier.read);
    }

    private OptionalDouble percent(CpuCounters from, Optional<Instant> fromTime) {
        long used = cpu.totalNanos() - from.totalNanos();
        if (from.totalNanos() == 0 || used < 0) {
            return OptionalDouble.empty();
        }
        long system = cpu.systemNanos() - from.systemNanos();
        if (from.systemNanos() > 0 && system > 0) {
            return OptionalDouble.of(100.0 * used * Math.max(1, cpu.onlineCpus()) / system);
        }
        long elapsed = elapsed(fromTime);
        return elapsed <= 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * used / elapsed);
    }

    private long elapsed(Optional<Instant> from) {
        return from.isPresent() && read.isPresent()
                ? Duration.between(from.get(), read.get()).toNanos()
                : 0;
    }
}
