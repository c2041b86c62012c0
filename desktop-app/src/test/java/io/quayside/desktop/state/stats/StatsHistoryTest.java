package io.quayside.desktop.state.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.CpuCounters;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatsHistoryTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final StatsHistory history = new StatsHistory();

    /// A container that uses half a core and receives a megabyte each second.
    private static ContainerStats at(long seconds) {
        return stats(seconds, seconds * SECOND / 2, 1_000_000 * seconds, 10 * seconds, 9 * seconds);
    }

    private static ContainerStats stats(long seconds, long cpu, long received, long periods, long held) {
        return new ContainerStats(
                Optional.of(START.plusSeconds(seconds)),
                new CpuCounters(cpu, 0, 0, 0, periods, held, 0),
                CpuCounters.NONE,
                Optional.empty(),
                64L << 20,
                0,
                128L << 20,
                received,
                0,
                0,
                5_000_000_000_000L + 7 * seconds,
                3,
                OptionalLong.empty());
    }

    private StatsWindow all() {
        return history.since(Instant.EPOCH);
    }

    @Test
    void figuresAreKeptAsRatesAndExactBytes() {
        history.add(at(1), START.plusSeconds(1));
        history.add(at(3), START.plusSeconds(3));
        StatsWindow window = all();
        assertEquals(2, window.size());
        assertTrue(window.beginsRun(0));
        assertTrue(Double.isNaN(window.value(0, Metric.NETWORK_IN)));
        assertFalse(window.beginsRun(1));
        assertEquals(50, window.value(1, Metric.CPU), 0.01);
        assertEquals(64L << 20, window.value(1, Metric.MEMORY));
        assertEquals(128L << 20, window.value(1, Metric.MEMORY_LIMIT));
        assertEquals(1_000_000, window.value(1, Metric.NETWORK_IN));
        assertEquals(7, window.value(1, Metric.BLOCK_WRITTEN));
        assertEquals(0.9, window.value(1, Metric.THROTTLED), 0.001);
        assertEquals(3, window.value(1, Metric.PIDS));
    }

    @Test
    void anHourIsKeptAndNoMore() {
        for (int second = 1; second <= 3 * 3600; second++) {
            history.add(at(second), START.plusSeconds(second));
        }
        StatsWindow window = all();
        assertEquals(3601, window.size());
        assertEquals(START.plusSeconds(2 * 3600).toEpochMilli(), window.at(0));
        assertEquals(301, history.since(START.plusSeconds(3 * 3600 - 300)).size());
        for (int i = 1; i < window.size(); i++) {
            assertEquals(1_000_000, window.value(i, Metric.NETWORK_IN));
        }
    }

    @Test
    void aRestartAndATimeWithoutSamplesAreGaps() {
        history.add(at(100), START.plusSeconds(100));
        history.add(at(101), START.plusSeconds(101));
        history.add(stats(103, SECOND, 5, 0, 0), START.plusSeconds(103)); // less processor time than before
        history.add(stats(104, SECOND, 6, 0, 0), START.plusSeconds(104));
        history.add(stats(204, SECOND, 7, 0, 0), START.plusSeconds(204));
        StatsWindow window = all();
        assertFalse(window.beginsRun(1));
        assertTrue(window.beginsRun(2));
        assertTrue(Double.isNaN(window.value(2, Metric.CPU)));
        assertFalse(window.beginsRun(3));
        assertTrue(window.beginsRun(4));
    }

    @Test
    void aReadingThatCameTwiceCountsOnce() {
        history.add(at(1), START.plusSeconds(1));
        history.add(at(1), START.plusSeconds(2));
        assertEquals(1, all().size());
    }

    @Test
    void aClockThatIsSetBackForgetsWhatWas() {
        history.add(at(100), START.plusSeconds(1000));
        history.add(at(101), START.plusSeconds(10));
        history.add(at(102), START.plusSeconds(11));
        assertEquals(2, all().size());
        assertEquals(START.plusSeconds(10).toEpochMilli(), all().at(0));
    }

    @Test
    void timesNeverGoBackwards() {
        history.add(at(1), START.plusMillis(1500));
        history.add(at(2), START.plusMillis(1400));
        StatsWindow window = all();
        assertEquals(window.at(0), window.at(1));
    }
}
