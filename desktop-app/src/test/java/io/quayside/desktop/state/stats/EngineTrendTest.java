package io.quayside.desktop.state.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.stats.EngineTrend.Point;
import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.CpuCounters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What is kept of an engine's figures, and how fast its containers write.
class EngineTrendTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE_MILLIS = 60_000;

    private final EngineHistory history = new EngineHistory();
    private final WriteRates rates = new WriteRates();
    private final SampleRing web = new SampleRing();
    private final SampleRing database = new SampleRing();

    private static void written(SampleRing ring, long second, long bytes) {
        ring.add(
                new ContainerStats(
                        Optional.of(Instant.EPOCH.plusSeconds(second)),
                        CpuCounters.NONE,
                        CpuCounters.NONE,
                        Optional.empty(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        bytes,
                        1,
                        OptionalLong.empty()),
                second * SECOND);
    }

    private double taken() {
        return rates.take(Map.of("web", web, "database", database));
    }

    @Test
    void aQuarterOfAnHourIsKept() {
        for (long at = 0; at <= 20 * MINUTE_MILLIS; at += 2_000) {
            history.add(at, 1, 2, 3);
        }
        List<Point> points = history.trend().points();
        assertEquals(new Point(5 * MINUTE_MILLIS, false, 1, 2, 3), points.getFirst());
        assertEquals(20 * MINUTE_MILLIS, points.getLast().at());
        assertEquals(451, points.size());
    }

    @Test
    void aPauseIsNoLine() {
        history.add(1_000, 1, 2, 3);
        history.add(3_000, 1, 2, 3);
        history.add(60_000, 1, 2, 3);
        assertEquals(
                List.of(true, false, true),
                history.trend().points().stream().map(Point::begins).toList());
    }

    @Test
    void aClockSetBackBeginsAnew() {
        history.add(60_000, 1, 2, 3);
        history.add(50_000, 4, 5, 6);
        assertEquals(List.of(new Point(50_000, true, 4, 5, 6)), history.trend().points());
    }

    @Test
    void ratesOfAllContainersAreSummed() {
        written(web, 0, 1_000);
        written(database, 0, 0);
        assertTrue(Double.isNaN(taken()), "one sample is no rate");
        written(web, 2, 5_000);
        written(database, 10, 100);
        assertEquals(2_000 + 10, taken());
        assertEquals(2_000 + 10, taken(), "the last rate holds until the next sample");
        written(web, 4, 5_000);
        assertEquals(10, taken());
    }

    @Test
    void whatWasSampledBeforeTheFirstLookCounts() {
        written(web, 0, 1_000);
        written(web, 1, 4_000);
        assertEquals(3_000, rates.take(Map.of("web", web)));
    }

    @Test
    void aContainerThatWasStartedAnewHasNoRateAtFirst() {
        written(web, 0, 1_000);
        written(web, 1, 4_000);
        rates.take(Map.of("web", web));
        written(web, 2, 10);
        assertTrue(Double.isNaN(rates.take(Map.of("web", web))));
        written(web, 3, 20);
        assertEquals(10, rates.take(Map.of("web", web)));
    }
}
