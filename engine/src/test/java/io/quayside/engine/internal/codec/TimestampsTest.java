package io.quayside.engine.internal.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T10:25:48.250226616Z, 2026-11-21T10:25:48.250226616Z",
        "2026-11-21T10:25:48Z, 2026-11-21T10:25:48Z",
        "2026-11-21T12:25:48.5+02:00, 2026-11-21T10:25:48.5Z",
        "2026-11-21T10:25:48.1Z, 2026-11-21T10:25:48.100Z",
        "2024-02-29T23:59:59.999999999Z, 2024-02-29T23:59:59.999999999Z",
        "2026-11-21T12:25:48.123456789+02:00, 2026-11-21T10:25:48.123456789Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.5Z",
        "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z"
    })
    void momentsAreRead(String text, Instant moment) {
        assertEquals(Optional.of(moment), Timestamps.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "",
                "yesterday",
                "2026-13-01T00:00:00Z",
                "2026-02-30T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:00:00.1234567890Z",
                "99999999999-01-01T00:00:00Z"
            })
    void neverAndNonsenseAreEmpty(String text) {
        assertEquals(Optional.empty(), Timestamps.parse(text));
    }

    @Test
    void secondsThatNoCalendarHasAreEmpty() {
        assertEquals(Optional.empty(), Timestamps.ofSeconds(Long.MAX_VALUE));
        assertEquals(Optional.empty(), Timestamps.ofSeconds(-62_135_596_800L));
    }

    @Test
    void nanosecondsSurviveTheWayToAQuery() {
        Instant moment = Instant.parse("2026-11-21T10:25:48.000000007Z");

        assertEquals("1795256748.000000007", Timestamps.query(moment));
        assertEquals(moment, Timestamps.ofNanos(1795256748_000000007L));
    }
}
