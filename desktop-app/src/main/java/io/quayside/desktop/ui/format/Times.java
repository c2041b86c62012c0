package io.quayside.desktop.ui.format;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Durations and times of day: "4 s", "12 min", "2 h 14 min", "3 d", "14:32:17".
public final class Times {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Times() {}

    /// To the minute under a day, to the day from then on. Negative ones, after the clock was set back, count as none.
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        if (hours < 24) {
            return "%d h %02d min".formatted(hours, minutes % 60);
        }
        return hours / 24 + " d";
    }

    /// How long something took, to a tenth of a second under a minute, to the second under an hour: "7.4 s",
    /// "1 min 48 s", "1 h 02 min".
    public static String took(Duration duration) {
        long tenths = Math.max(0, duration.toMillis() + 50) / 100;
        if (tenths < 600) {
            return tenths / 10 + "." + tenths % 10 + " s";
        }
        long seconds = Math.max(0, duration.toMillis() + 500) / 1000;
        return seconds < 3600 ? "%d min %02d s".formatted(seconds / 60, seconds % 60) : duration(duration);
    }

    /// To one unit only: "6 h", for times that are known to that only, and for "… ago".
    public static String coarse(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /// How old something is, to one unit up to years: "2 h", "12 d", "5 w", "2 mo", "1 y".
    public static String age(Duration duration) {
        long days = Math.max(0, duration.toDays());
        if (days < 14) {
            return coarse(duration);
        }
        if (days < 60) {
            return days / 7 + " w";
        }
        return days < 365 ? days * 12 / 365 + " mo" : days / 365 + " y";
    }

    /// For screen readers: "2 hours 14 minutes".
    public static String spoken(String duration) {
        return duration.replaceAll("\\b1 h\\b", "1 hour")
                .replaceAll(" h\\b", " hours")
                .replaceAll("\\b0?1 min\\b", "1 minute")
                .replaceAll(" min\\b", " minutes")
                .replaceAll(" s\\b", " seconds")
                .replaceAll(" d\\b", " days")
                .replaceAll(" w\\b", " weeks")
                .replaceAll(" mo\\b", " months")
                .replaceAll(" y\\b", " years");
    }

    /// The local time of day.
    public static String clock(Instant time) {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    /// The local time of day without its seconds.
    public static String minute(Instant time) {
        return MINUTE.format(time.atZone(ZoneId.systemDefault()));
    }

    /// "today 14:31:05", else with the date.
    public static String near(Instant time, Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        boolean today = time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? "today " + clock(time) : full(time);
    }

    /// To the minute: "today 14:31", "yesterday 18:04", else with the date.
    public static String day(Instant time, Instant now) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate day = time.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (day.equals(today)) {
            return "today " + minute(time);
        }
        return (day.equals(today.minusDays(1)) ? "yesterday" : day.toString()) + " " + minute(time);
    }

    /// The local date and time, for tooltips.
    public static String full(Instant time) {
        return FULL.format(time.atZone(ZoneId.systemDefault()));
    }
}
