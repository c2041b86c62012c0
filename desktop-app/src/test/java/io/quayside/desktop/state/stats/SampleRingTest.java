package io.quayside.desktop.state.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.CpuCounters;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleRingTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MEGABYTE = 1_000_000;

    private final SampleRing ring = new SampleRing();
    private long second;
    private long cpu = SECOND;

    /// A container that slept for more than a minute.
    @BeforeEach
    void sleep() {
        for (int i = 0; i < 100; i++) {
            next(MEGABYTE, 0, 0);
        }
    }

    /// A second later. Returns whether a row would be painted again.
    private boolean next(long memory, long received, long nanos) {
        second++;
        cpu += nanos;
        ContainerStats stats = new ContainerStats(
                Optional.of(Instant.EPOCH.plusSeconds(second)),
                new CpuCounters(cpu, 0, 0, 0, 0, 0, 0),
                CpuCounters.NONE,
                Optional.empty(),
                memory,
                0,
                1_000 * MEGABYTE,
                received,
                0,
                0,
                0,
                1,
                OptionalLong.empty());
        return ring.add(stats, second * SECOND);
    }

    private int painted(int seconds, long memory, long received, long nanos) {
        int times = 0;
        for (int i = 0; i < seconds; i++) {
            times += next(memory, received, nanos) ? 1 : 0;
        }
        return times;
    }

    @Test
    void whatSleepsIsNotPaintedAgain() {
        assertEquals(0, painted(60, MEGABYTE, 0, 0));
    }

    @Test
    void neighboursOnTheNetworkAreHeardNowAndThen() {
        int times = 0;
        for (int i = 1; i <= 60; i++) {
            times += next(MEGABYTE, i * 70L, 0) ? 1 : 0;
        }
        assertTrue(times >= 1 && times <= 10, times + " times");
        assertTrue(painted(6, MEGABYTE, 50 * MEGABYTE, 0) >= 1);
        assertEquals(0, painted(60, MEGABYTE, 50 * MEGABYTE, 0));
    }

    @Test
    void memoryIsSeenAtOnceAndOnce() {
        assertTrue(next(2 * MEGABYTE, 0, 0));
        assertEquals(0, painted(60, 2 * MEGABYTE, 0, 0));
    }

    /// Each step is too small to be seen, all of them together aren't.
    @Test
    void memoryThatGrowsSlowlyIsSeen() {
        int times = 0;
        for (int i = 1; i <= 60; i++) {
            times += next(MEGABYTE + i * 1_000, 0, 0) ? 1 : 0;
        }
        assertTrue(times >= 5, times + " times");
    }

    @Test
    void workMovesThroughTheLineForAMinute() {
        assertTrue(next(MEGABYTE, 0, SECOND / 2));
        assertEquals(60, painted(60, MEGABYTE, 0, 0));
        assertTrue(painted(60, MEGABYTE, 0, 0) <= 2);
    }
}
