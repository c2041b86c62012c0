package io.quayside.desktop.state.model;

import io.quayside.engine.model.HealthStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the English status of a container list, such as "Up 2 hours (healthy)" or "Exited (137) 6 hours ago": all that
/// a list says about times and codes. What doesn't fit is left unknown.
public final class StatusWords {
    private static final Pattern CODE = Pattern.compile("^(?:Exited|Restarting) \\((\\d{1,3})\\)");
    private static final Pattern AGE =
            Pattern.compile("(About an?|Less than a|\\d{1,6}) (second|minute|hour|day|week|month|year)s?");

    private StatusWords() {}

    /// What the words say about the run, with times counted back from `now`.
    public static RunFacts facts(String words, Instant now) {
        Optional<Instant> when = age(words).map(now::minus);
        boolean up = words.startsWith("Up");
        boolean ended = words.startsWith("Exited") || words.startsWith("Restarting");
        return new RunFacts(
                false,
                up ? when : Optional.empty(),
                ended ? when : Optional.empty(),
                exitCode(words),
                false,
                false,
                "",
                0,
                0);
    }

    /// What the words say about the health check.
    public static HealthStatus health(String words) {
        if (words.endsWith("(healthy)")) {
            return HealthStatus.HEALTHY;
        }
        if (words.endsWith("(unhealthy)")) {
            return HealthStatus.UNHEALTHY;
        }
        return words.endsWith("(health: starting)") ? HealthStatus.STARTING : HealthStatus.NONE;
    }

    private static OptionalInt exitCode(String words) {
        Matcher matcher = CODE.matcher(words);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    private static Optional<Duration> age(String words) {
        Matcher matcher = AGE.matcher(words);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String amount = matcher.group(1);
        long count = Character.isDigit(amount.charAt(0)) ? Long.parseLong(amount) : amount.startsWith("Less") ? 0 : 1;
        return Optional.of(unit(matcher.group(2)).multipliedBy(count));
    }

    private static Duration unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "second" -> Duration.ofSeconds(1);
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            case "day" -> Duration.ofDays(1);
            case "week" -> Duration.ofDays(7);
            case "month" -> ChronoUnit.MONTHS.getDuration();
            default -> ChronoUnit.YEARS.getDuration();
        };
    }
}
