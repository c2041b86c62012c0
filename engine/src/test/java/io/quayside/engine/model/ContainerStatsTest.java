package io.quayside.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ContainerStatsTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private static ContainerStats stats(CpuCounters now, CpuCounters before, Instant read, long usage, long cache) {
        return new ContainerStats(
                Optional.of(read),
                now,
                before,
                Optional.of(TIME),
                usage,
                cache,
                1000,
                0,
                0,
                0,
                0,
                1,
                OptionalLong.empty());
    }

    private static CpuCounters cpu(long total, long system, long cpus) {
        return new CpuCounters(total, 0, system, cpus, 0, 0, 0);
    }

    @Test
    void percentIsOfOneCore() {
        ContainerStats stats = stats(cpu(300, 1400, 4), cpu(100, 1000, 4), TIME.plusSeconds(1), 0, 0);

        assertEquals(OptionalDouble.of(200), stats.cpuPercent());
    }

    @Test
    void clockCountsWhereTheMachineDoesnt() {
        ContainerStats stats = stats(cpu(1_500_000_000, 0, 0), cpu(1_000_000_000, 0, 0), TIME.plusSeconds(1), 0, 0);

        assertEquals(OptionalDouble.of(50), stats.cpuPercent());
    }

    @Test
    void firstSampleAndRestartedContainerHaveNoPercent() {
        assertEquals(
                OptionalDouble.empty(),
                stats(cpu(300, 1400, 4), CpuCounters.NONE, TIME, 0, 0).cpuPercent());
        assertEquals(
                OptionalDouble.empty(),
                stats(cpu(300, 1400, 4), cpu(500, 1000, 4), TIME, 0, 0).cpuPercent());
    }

    @Test
    void jumpOfTheClockGivesNoPercent() {
        assertEquals(
                OptionalDouble.empty(),
                stats(cpu(300, 0, 0), cpu(100, 0, 0), TIME.minusSeconds(5), 0, 0)
                        .cpuPercent());
    }

    @Test
    void memoryIsWithoutCache() {
        ContainerStats stats = stats(cpu(1, 1, 1), cpu(1, 1, 1), TIME, 600, 100);

        assertEquals(500, stats.memoryUsed());
        assertEquals(OptionalDouble.of(50), stats.memoryPercent());
    }
}
