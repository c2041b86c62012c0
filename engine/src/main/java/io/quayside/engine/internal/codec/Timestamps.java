package io.quayside.engine.internal.codec;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The times of an engine: RFC 3339 with up to nine fractional digits, seconds, or seconds and nanoseconds.
final class Timestamps {
    private static final Instant NEVER_BEFORE = Instant.ofEpochSecond(-62_135_596_800L + 86_400);

    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int SECONDS_END = PATTERN.length();

    private Timestamps() {}

    /// Reads RFC 3339; empty for what isn't, and for Go's zero time (the year 1), which means never.
    static Optional<Instant> parse(String text) {
        try {
            return real(isPlain(text) ? plain(text) : any(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant any(String text) {
        return OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .toInstant();
    }

    /// Whether it is in the form that engines nearly always use, such as `2026-11-21T10:25:48.25Z`. Reading that by
    /// hand costs a tenth of what the JDK's formatter does, and an inspection has a dozen of them.
    private static boolean isPlain(String text) {
        int length = text.length();
        if (length < SECONDS_END + 1 || length > SECONDS_END + 11 || text.charAt(length - 1) != 'Z') {
            return false;
        }
        for (int i = 0; i < length - 1; i++) {
            char expected = i < SECONDS_END ? PATTERN.charAt(i) : i == SECONDS_END ? '.' : '0';
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return length != SECONDS_END + 2;
    }

    private static Instant plain(String text) {
        LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        LocalTime time = LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, SECONDS_END));
        long nanos = 0;
        int end = text.length() - 1;
        if (end > SECONDS_END) {
            nanos = digits(text, SECONDS_END + 1, end);
            for (int i = end - SECONDS_END - 1; i < 9; i++) {
                nanos *= 10;
            }
        }
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400L + time.toSecondOfDay(), nanos);
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
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
