package io.quayside.engine.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The values of a line's options, read as the `docker` command line reads them.
final class Values {
    private static final Pattern SIZE = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+) ?(?:([kmgtp])(?:i?b)?|b)?");
    private static final Pattern DURATION_PART = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)(ns|us|µs|μs|ms|s|m|h)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "µs",
            1_000L,
            "μs",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);
    private static final String UNITS = "kmgtp";
    private static final int BILLION_DIGITS = 9;

    private final RunSpec run;

    Values(RunSpec run) {
        this.run = run;
    }

    /// A text, empty when it isn't given.
    String text(RunFlag flag) {
        return run.value(flag).orElse("");
    }

    long number(RunFlag flag) throws RunValueException {
        Optional<String> value = run.value(flag);
        return value.isEmpty() ? 0 : number(flag, value.get());
    }

    static long number(RunFlag flag, String value) throws RunValueException {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new RunValueException(flag, value, "“" + value + "” is not a whole number.");
        }
    }

    /// Bytes, such as `256m`.
    long size(RunFlag flag) throws RunValueException {
        Optional<String> value = run.value(flag);
        return value.isEmpty() ? 0 : size(flag, value.get());
    }

    static long size(RunFlag flag, String value) throws RunValueException {
        Matcher matcher = SIZE.matcher(value.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new RunValueException(flag, value, "“" + value + "” is not a size such as 512m or 2g.");
        }
        int power = matcher.group(2) == null ? 0 : UNITS.indexOf(matcher.group(2)) + 1;
        BigDecimal bytes = new BigDecimal(matcher.group(1)).multiply(new BigDecimal(1024).pow(power));
        if (bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new RunValueException(flag, value, "“" + value + "” is more than any computer has.");
        }
        return bytes.longValue();
    }

    /// Such as `1m30s`.
    Duration duration(RunFlag flag) throws RunValueException {
        Optional<String> value = run.value(flag);
        return value.isEmpty() ? Duration.ZERO : duration(flag, value.get());
    }

    private static Duration duration(RunFlag flag, String value) throws RunValueException {
        if (value.equals("0")) {
            return Duration.ZERO;
        }
        Matcher part = DURATION_PART.matcher(value);
        BigDecimal nanos = BigDecimal.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            long unit = Objects.requireNonNull(NANOS.get(part.group(2)), "the pattern names only known units");
            nanos = nanos.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(unit)));
            end = part.end();
        }
        if (value.isEmpty() || end != value.length() || nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new RunValueException(flag, value, "“" + value + "” is not a time such as 30s or 1m30s.");
        }
        return Duration.ofNanos(nanos.longValue());
    }

    /// Billionths, for `--cpus 1.5`.
    long nanoCpus(RunFlag flag) throws RunValueException {
        Optional<String> value = run.value(flag);
        if (value.isEmpty()) {
            return 0;
        }
        try {
            return new BigDecimal(value.get()).movePointRight(BILLION_DIGITS).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new RunValueException(
                    flag, value.get(), "“" + value.get() + "” is not a number of CPUs such as 1.5.");
        }
    }

    /// `name=value` each; a name alone has an empty value.
    static Map<String, String> pairs(List<String> values) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String value : values) {
            int equals = value.indexOf('=');
            pairs.put(equals < 0 ? value : value.substring(0, equals), equals < 0 ? "" : value.substring(equals + 1));
        }
        return pairs;
    }

    /// `value` before the first `separator`.
    static String before(String value, String separator) {
        int at = value.indexOf(separator);
        return at < 0 ? value : value.substring(0, at);
    }

    /// `value` behind the first `separator`, or empty.
    static String after(String value, String separator) {
        int at = value.indexOf(separator);
        return at < 0 ? "" : value.substring(at + separator.length());
    }
}
