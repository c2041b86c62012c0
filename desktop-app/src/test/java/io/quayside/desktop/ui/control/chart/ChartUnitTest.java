package io.quayside.desktop.ui.control.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartUnitTest {
    private static List<String> labels(ChartUnit unit, double highest) {
        return unit.scale(highest).lines().stream().map(ChartUnit.Line::label).toList();
    }

    @Test
    void theUnitStandsOnTheTopOnly() {
        assertEquals(List.of("0", "0.25", "0.50", "0.75", "1.00", "1.25 GB"), labels(ChartUnit.BYTES, 1_073_741_824));
        assertEquals(List.of("0", "100", "200", "300", "400", "500 kB/s"), labels(ChartUnit.BYTES_PER_SECOND, 460_000));
    }

    @Test
    void percentAndCountsArePlain() {
        assertEquals(List.of("0", "25%", "50%", "75%", "100%", "125%"), labels(ChartUnit.PERCENT, 100));
        assertEquals(List.of("0", "1", "2", "3", "4", "5"), labels(ChartUnit.COUNT, 1));
    }

    @ParameterizedTest
    @CsvSource({"PERCENT", "BYTES", "BYTES_PER_SECOND", "COUNT"})
    void everyScaleIsHighEnoughAndShort(ChartUnit unit) {
        for (double highest = 0.001; highest < 1e15; highest *= 1.7) {
            ChartUnit.Scale scale = unit.scale(highest);
            assertEquals(scale.top(), scale.lines().getLast().value(), 1e-6 * scale.top());
            assertEquals(true, scale.top() >= highest, unit + " " + highest);
            assertEquals(true, scale.lines().size() <= 7, unit + " " + highest + " " + scale);
        }
    }

    @Test
    void timesAreRoundAndFew() {
        Instant from = Instant.parse("2026-11-21T13:36:11Z");
        List<String> labels =
                TimeAxis.ticks(from.toEpochMilli(), from.plusSeconds(3600).toEpochMilli(), ZoneOffset.UTC).stream()
                        .map(TimeAxis.Tick::label)
                        .toList();
        assertEquals(List.of("13:45", "14:00", "14:15", "14:30"), labels);
    }
}
