package io.quayside.desktop.ui.containers.detail.stopped;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Signals;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.model.ContainerCondition;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.Health;
import io.quayside.engine.model.HealthCheck;
import io.quayside.engine.model.HealthProbe;
import io.quayside.engine.model.RestartPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The record of an end in words: what is written down, and who wrote it. Nothing is concluded from it.
final class EndFacts {
    private static final int SIGNALLED = 128;
    private static final int PROBES = 3;
    private static final int LONGEST = 160;

    /// What a fact is about.
    enum Kind {
        MEMORY,
        CODE,
        TIME
    }

    record Fact(Kind kind, String title, String detail) {}

    /// One run of the health check.
    record Probe(String time, boolean passed, String said, String took) {}

    private EndFacts() {}

    static List<Fact> of(EndRecord end, Instant now) {
        ContainerCondition condition = end.details().condition();
        List<Fact> facts = new ArrayList<>();
        long limit = end.details().hostConfig().resources().memory();
        if (condition.oomKilled()) {
            boolean main = condition.exitCode() == SIGNALLED + 9;
            facts.add(new Fact(
                    Kind.MEMORY,
                    "Out of memory",
                    "The engine set the OOM flag: Linux killed " + (main ? "process 1" : "a process")
                            + (limit > 0
                                    ? " at the limit of " + Sizes.of(limit)
                                    : " for lack of memory. It has no limit of its own")));
        }
        facts.add(new Fact(Kind.CODE, "Exit code " + condition.exitCode(), code(end)));
        facts.add(new Fact(Kind.TIME, ran(condition), times(end, now)));
        return facts;
    }

    private static String code(EndRecord end) {
        ContainerCondition condition = end.details().condition();
        long signal = condition.exitCode() - SIGNALLED;
        Optional<String> name = signal > 0 && signal < 64 ? Signals.name((int) signal) : Optional.empty();
        String words = name.map(known -> SIGNALLED + " + " + signal + ": ended by " + known)
                .orElse("The program's own code, 0 stands for success");
        String flag = name.equals(Signals.name(9)) && !condition.oomKilled() ? ". The OOM flag is not set" : "";
        return words + flag + ". "
                + end.requests()
                        .map(EndFacts::requests)
                        .orElse("The engine doesn't remember whether it was asked to stop");
    }

    private static String requests(List<EngineEvent> sent) {
        return sent.isEmpty()
                ? "The engine recorded no stop or kill request"
                : "The engine was asked for "
                        + sent.stream()
                                .map(event ->
                                        Signals.name(event.attribute("signal")) + " at " + Times.clock(event.time()))
                                .collect(Collectors.joining(", then "));
    }

    private static String ran(ContainerCondition condition) {
        return condition
                .startedAt()
                .flatMap(start -> condition.finishedAt().map(end -> "Ran for " + exact(Duration.between(start, end))))
                .orElse("For how long it ran is not recorded");
    }

    /// "48 min 19 s", "1 h 02 min", "0.4 s".
    static String exact(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", Math.max(0, duration.toMillis()) / 1000.0);
        }
        return seconds >= 60 && seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : Times.duration(duration);
    }

    private static String times(EndRecord end, Instant now) {
        ContainerCondition condition = end.details().condition();
        String span = condition
                .startedAt()
                .flatMap(start -> condition.finishedAt().map(stop -> span(start, stop, now) + ". "))
                .orElse("");
        int restarts = end.details().restartCount();
        String again = restarts == 0
                ? ""
                : restarts == 1 ? ". It had started it again once" : ". It had started it again " + restarts + " times";
        return span + policy(end.details().hostConfig().restartPolicy()) + again;
    }

    private static String span(Instant start, Instant stop, Instant now) {
        LocalDate day = day(stop);
        if (day(start).equals(day)) {
            String when = day.equals(day(now)) ? "Today " : day + " ";
            return when + Times.clock(start) + " to " + Times.clock(stop);
        }
        return day(start) + " " + Times.clock(start) + " to " + (day.equals(day(now)) ? "today" : day) + " "
                + Times.clock(stop);
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneId.systemDefault()).toLocalDate();
    }

    private static String policy(RestartPolicy policy) {
        return switch (policy.name()) {
            case "", "no" -> "Restart policy: no, so it stays stopped";
            case "on-failure" ->
                "Restart policy: on failure"
                        + (policy.maximumRetryCount() > 0
                                ? ", at most " + policy.maximumRetryCount()
                                        + (policy.maximumRetryCount() == 1 ? " time" : " times")
                                : "");
            case "unless-stopped" -> "Restart policy: unless stopped";
            default -> "Restart policy: " + SafeText.line(policy.name());
        };
    }

    /// The last runs of the health check; empty when there is no check.
    static Optional<List<Probe>> probes(EndRecord end) {
        return end.details()
                .condition()
                .health()
                .map(Health::log)
                .map(log -> log.subList(Math.max(0, log.size() - PROBES), log.size()).stream()
                        .map(EndFacts::probe)
                        .toList());
    }

    private static Probe probe(HealthProbe one) {
        String said = SafeText.output(one.output().strip(), LONGEST)
                .lines()
                .findFirst()
                .orElse("");
        return new Probe(
                one.start().map(Times::clock).orElse(""),
                one.exitCode() == 0,
                said.isEmpty() ? "Exit code " + one.exitCode() : said,
                one.start()
                        .flatMap(from -> one.end().map(to -> seconds(Duration.between(from, to))))
                        .orElse(""));
    }

    /// "every 30 s, limit 5 s"; engines have values of their own where none are set.
    static String rhythm(EndRecord end) {
        HealthCheck check = end.details()
                .config()
                .healthcheck()
                .orElse(HealthCheck.builder().build());
        return "every " + plain(check.interval()) + ", limit " + plain(check.timeout());
    }

    private static String plain(Duration set) {
        return set.isZero() ? "30 s" : set.toMillis() < 10_000 ? seconds(set).replace(".0", "") : Times.duration(set);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", Math.max(0, duration.toMillis()) / 1000.0);
    }
}
