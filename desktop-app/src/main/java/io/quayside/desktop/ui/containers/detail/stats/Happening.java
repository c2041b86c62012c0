package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.state.stats.Metric;
import io.quayside.desktop.state.stats.StatsWindow;
import io.quayside.desktop.ui.control.chart.ChartUnit;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Signals;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.engine.model.EngineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One line below the charts.
///
/// @param from when it began
/// @param to when it was over; the same for a moment
/// @param on the chart that marks it
/// @param why a fact that explains it, or empty
/// @param tab the tab that shows more, with the words of the link
record Happening(
        long from, long to, StateGlyph glyph, String what, String why, Optional<Metric> on, Optional<Link> tab) {
    /// Another tab of the page.
    record Link(String tab, String words) {}

    private static final double HELD_BACK = 0.5;
    private static final long JOIN = 3_000;
    private static final long TOGETHER = 5_000;

    /// What happened between two times, oldest first.
    static List<Happening> of(StatsWindow window, StatsFacts facts, long from, long to) {
        List<Happening> all = new ArrayList<>(throttled(window));
        for (EngineEvent event : facts.events()) {
            of(event, facts).ifPresent(all::add);
        }
        all.removeIf(one -> one.to() < from || one.from() > to);
        all.sort(Comparator.comparingLong(Happening::from));
        return all;
    }

    private static Optional<Happening> of(EngineEvent event, StatsFacts facts) {
        long at = event.time().toEpochMilli();
        return switch (event.action()) {
            case "oom" ->
                Optional.of(new Happening(
                        at,
                        at,
                        StateGlyph.FAILED,
                        "Out of memory",
                        oom(event, facts),
                        Optional.of(Metric.MEMORY),
                        Optional.of(new Link("logs", "Show log"))));
            case "die", "died" -> Optional.of(ended(event, at));
            case "start" -> Optional.of(plain(at, StateGlyph.RUNNING, "Started", ""));
            case "pause" -> Optional.of(plain(at, StateGlyph.PAUSED, "Paused", ""));
            case "unpause" -> Optional.of(plain(at, StateGlyph.RUNNING, "Resumed", ""));
            case "kill" ->
                Optional.of(plain(
                        at,
                        StateGlyph.STOPPED,
                        "Signal sent",
                        event.attribute("signal").isEmpty() ? "" : Signals.name(event.attribute("signal"))));
            case "update" -> Optional.of(plain(at, StateGlyph.DONE, "Limits or restart policy changed", ""));
            case "health_status" -> health(event, at);
            default -> Optional.empty();
        };
    }

    private static Happening plain(long at, StateGlyph glyph, String what, String why) {
        return new Happening(at, at, glyph, what, why, Optional.empty(), Optional.empty());
    }

    private static String oom(EngineEvent event, StatsFacts facts) {
        String what = Double.isNaN(facts.memoryLimit())
                ? "Linux ended a process"
                : "Linux ended a process at the limit of " + ChartUnit.BYTES.text(facts.memoryLimit());
        boolean ended = facts.events().stream()
                .filter(other -> other.action().equals("die"))
                .map(other -> Duration.between(event.time(), other.time()).toMillis())
                .anyMatch(later -> later >= -TOGETHER && later <= TOGETHER);
        return ended ? what + ". The container ended with it" : what;
    }

    private static Happening ended(EngineEvent event, long at) {
        String code = SafeText.line(event.attribute("exitCode"));
        boolean fault = !code.equals("0") && !code.isEmpty();
        return new Happening(
                at,
                at,
                fault ? StateGlyph.FAILED : StateGlyph.STOPPED,
                "Ended",
                code.isEmpty() ? "" : "Exit code " + code,
                Optional.empty(),
                fault ? Optional.of(new Link("logs", "Show log")) : Optional.empty());
    }

    private static Optional<Happening> health(EngineEvent event, long at) {
        return switch (event.detail()) {
            case "unhealthy" ->
                Optional.of(new Happening(
                        at,
                        at,
                        StateGlyph.UNHEALTHY,
                        "Health check failed",
                        "The engine calls it unhealthy since then",
                        Optional.of(Metric.CPU),
                        Optional.of(new Link("inspect", "Show probes"))));
            case "healthy" -> Optional.of(plain(at, StateGlyph.DONE, "Health check passed", ""));
            default -> Optional.empty();
        };
    }

    /// The spans in which its processor limit held it back in most of the scheduler's periods.
    private static List<Happening> throttled(StatsWindow window) {
        List<Happening> spans = new ArrayList<>();
        long from = -1;
        long to = -1;
        double sum = 0;
        int count = 0;
        for (int i = 0; i < window.size(); i++) {
            double share = window.value(i, Metric.THROTTLED);
            if (share < HELD_BACK) {
                continue;
            }
            if (from >= 0 && window.at(i) - to > JOIN) {
                spans.add(span(from, to, sum / count));
                from = -1;
            }
            if (from < 0) {
                from = i == 0 || window.beginsRun(i) ? window.at(i) : window.at(i - 1);
                sum = 0;
                count = 0;
            }
            to = window.at(i);
            sum += share;
            count++;
        }
        if (from >= 0) {
            spans.add(span(from, to, sum / count));
        }
        return spans;
    }

    private static Happening span(long from, long to, double share) {
        return new Happening(
                from,
                to,
                StateGlyph.UNHEALTHY,
                "CPU throttled, " + exact(Duration.ofMillis(to - from)),
                "Held back in " + Math.round(100 * share) + "% of the scheduler’s periods",
                Optional.of(Metric.CPU),
                Optional.empty());
    }

    /// "2 min 58 s".
    private static String exact(Duration duration) {
        long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    Instant time() {
        return Instant.ofEpochMilli(from);
    }
}
