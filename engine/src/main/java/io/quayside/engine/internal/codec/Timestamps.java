package io.quayside.engine.internal.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The times of an engine: RFC 3339 with up to nine fractional digits, seconds, or seconds and nanoseconds.
final class Timestamps {
    private static final Instant NEVER_BEFORE = Instant.ofEpochSecond(-62_135_596_800L + 86_400);

    private Timestamps() {}

    /// Reads RFC 3339; empty for what isn't, and for Go's zero time (the year 1), which means never.
    static Optional<Instant> parse(String text) {
        try {
            return real(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Seconds since 1970; empty for Go's zero time and for what no calendar has.
    static Optional<Instant> ofSeconds(long seconds) {
        try {
            return real(Instant.ofEpochSecond(seconds));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Nanoseconds since 1970.
    static Instant ofNanos(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    /// Seconds with nine decimals, as query parameters take them.
    static String query(Instant time) {
        return "%d.%09d".formatted(time.getEpochSecond(), time.getNano());
    }

    private static Optional<Instant> real(Instant time) {
        return time.isBefore(NEVER_BEFORE) ? Optional.empty() : Optional.of(time);
    }
}
