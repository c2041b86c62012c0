package io.quayside.desktop.ui.containers.detail.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static Optional<TimeText> parse(String text) {
        return TimeText.parse(text, TODAY, ZoneOffset.UTC);
    }

    private static TimeText between(String begin, String end) {
        return new TimeText(Instant.parse(begin), Instant.parse(end));
    }

    @Test
    void aTimeIsAsLongAsItIsExact() {
        assertEquals(Optional.of(between("2026-11-21T14:31:00Z", "2026-11-21T14:32:00Z")), parse(" 14:31 "));
        assertEquals(Optional.of(between("2026-11-21T09:31:05Z", "2026-11-21T09:31:06Z")), parse("9:31:05"));
        assertEquals(Optional.of(between("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z")), parse("2026-11-20"));
        assertEquals(
                Optional.of(between("2026-11-20T23:59:59Z", "2026-11-21T00:00:00Z")), parse("2026-11-20 23:59:59"));
        assertEquals(
                Optional.of(between("2026-11-20T14:31:05Z", "2026-11-20T14:31:06Z")), parse("2026-11-20T14:31:05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "yesterday", "25:00", "14:61", "2026-02-30", "14", "2026-11-21 14", "-14:31"})
    void whatIsNoTimeIsNone(String text) {
        assertEquals(Optional.empty(), parse(text));
    }
}
