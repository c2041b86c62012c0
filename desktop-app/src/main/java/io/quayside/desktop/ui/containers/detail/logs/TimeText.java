package io.quayside.desktop.ui.containers.detail.logs;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time as somebody types it: "14:31", "2026-11-21 14:31:05", "2026-11-21", local.
///
/// @param begin its first moment
/// @param end the first moment after it: a minute after "14:31", a day after a day
record TimeText(Instant begin, Instant end) {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{4})-(\\d\\d?)-(\\d\\d?))?[T ]*(?:(\\d\\d?):(\\d\\d)(?::(\\d\\d))?)?");

    /// Empty when it is none.
    static Optional<TimeText> parse(String text, LocalDate today, ZoneId zone) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches() || (form.group(1) == null && form.group(4) == null)) {
            return Optional.empty();
        }
        try {
            LocalDate day =
                    form.group(1) == null ? today : LocalDate.of(number(form, 1), number(form, 2), number(form, 3));
            if (form.group(4) == null) {
                return Optional.of(of(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), zone));
            }
            boolean exact = form.group(6) != null;
            LocalTime time = LocalTime.of(number(form, 4), number(form, 5), exact ? number(form, 6) : 0);
            LocalDateTime begin = day.atTime(time);
            return Optional.of(of(begin, begin.plus(exact ? Duration.ofSeconds(1) : Duration.ofMinutes(1)), zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeText of(LocalDateTime begin, LocalDateTime end, ZoneId zone) {
        return new TimeText(begin.atZone(zone).toInstant(), end.atZone(zone).toInstant());
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }
}
