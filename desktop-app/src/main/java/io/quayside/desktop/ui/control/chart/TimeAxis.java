package io.quayside.desktop.ui.control.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The times below a chart: round ones, at most five, that move with it.
final class TimeAxis {
    private static final long[] STEPS = {5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400};
    private static final int MOST = 5;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// A time with its words.
    record Tick(long at, String label) {}

    private TimeAxis() {}

    static List<Tick> ticks(long from, long to, ZoneId zone) {
        long step = STEPS[STEPS.length - 1] * 1000;
        for (long seconds : STEPS) {
            if ((to - from) / (seconds * 1000) < MOST) {
                step = seconds * 1000;
                break;
            }
        }
        List<Tick> ticks = new ArrayList<>();
        for (long at = Math.ceilDiv(from, step) * step; at <= to; at += step) {
            ZonedDateTime time = Instant.ofEpochMilli(at).atZone(zone);
            ticks.add(new Tick(at, (step % 60_000 == 0 ? MINUTES : SECONDS).format(time)));
        }
        return ticks;
    }
}
