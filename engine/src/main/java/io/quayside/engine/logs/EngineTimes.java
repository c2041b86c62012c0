package io.quayside.engine.logs;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Reads the engine's times in front of lines: `2026-11-21T14:41:03.123456789Z`. One thread uses it.
final class EngineTimes {
    /// What isn't a time.
    static final long NONE = Long.MIN_VALUE;

    /// Longer than any time an engine writes, with the space behind it.
    static final int LONGEST = 40;

    private static final int SHORTEST = 20;
    private static final int SECOND = 19;
    private static final long NANOS = 1_000_000_000L;

    private final byte[] lastSecond = new byte[SECOND];
    private long lastSeconds = NONE;

    /// Nanoseconds since 1970, or [#NONE].
    long parse(byte[] text, int offset, int length) {
        if (length < SHORTEST || length > LONGEST || text[offset + 4] != '-' || text[offset + 10] != 'T') {
            return NONE;
        }
        if (text[offset + length - 1] == 'Z' && text[offset + SECOND] == '.') {
            long seconds = seconds(text, offset);
            long nanos = fraction(text, offset + SECOND + 1, offset + length - 1);
            return seconds == NONE || nanos < 0 ? NONE : seconds * NANOS + nanos;
        }
        try {
            var time = OffsetDateTime.parse(new String(text, offset, length, StandardCharsets.US_ASCII))
                    .toInstant();
            return time.getEpochSecond() * NANOS + time.getNano();
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /// Most lines come within a second of the one before.
    private long seconds(byte[] text, int offset) {
        if (lastSeconds != NONE && same(text, offset)) {
            return lastSeconds;
        }
        int year = number(text, offset, 4);
        int month = number(text, offset + 5, 2);
        int day = number(text, offset + 8, 2);
        int hour = number(text, offset + 11, 2);
        int minute = number(text, offset + 14, 2);
        int second = number(text, offset + 17, 2);
        if ((year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59 || second > 60) {
            return NONE;
        }
        try {
            long days = LocalDate.of(year, month, day).toEpochDay();
            lastSeconds = days * 86_400 + hour * 3600L + minute * 60L + second;
            System.arraycopy(text, offset, lastSecond, 0, SECOND);
            return lastSeconds;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private boolean same(byte[] text, int offset) {
        for (int i = SECOND - 1; i >= 0; i--) {
            if (text[offset + i] != lastSecond[i]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] text, int offset, int digits) {
        int value = 0;
        for (int i = offset; i < offset + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static long fraction(byte[] text, int from, int to) {
        long value = 0;
        int scale = 9;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9 || scale == 0) {
                return -1;
            }
            value = value * 10 + digit;
            scale--;
        }
        for (; scale > 0; scale--) {
            value *= 10;
        }
        return value;
    }
}
