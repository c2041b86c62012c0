package io.quayside.desktop.builds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where the time of a build went.
///
/// @param rows the steps that are worth a row, in their order
/// @param whole how long the build took
/// @param brief how many steps took too little time to be drawn
public record BuildTimes(List<Row> rows, Duration whole, int brief) {
    /// Steps that took less aren't drawn.
    static final Duration LEAST = Duration.ofMillis(100);

    /// One step on the common axis.
    ///
    /// @param from from the build's begin on
    /// @param took how long it was at work; nothing for one from the cache
    /// @param longest whether the build would have been over earlier, had this step taken less
    public record Row(BuildStep step, Duration from, Duration took, boolean longest) {
        public boolean isCached() {
            return step.state() == BuildStep.State.CACHED;
        }
    }

    public BuildTimes {
        rows = List.copyOf(rows);
    }

    public static BuildTimes of(BuildRecord build, Instant now) {
        Set<Integer> path = longestPath(build.steps(), now);
        List<Row> rows = new ArrayList<>();
        int brief = 0;
        for (BuildStep step : build.steps()) {
            boolean cached = step.state() == BuildStep.State.CACHED;
            Duration took = cached ? Duration.ZERO : step.took(now).orElse(Duration.ZERO);
            if (took.compareTo(LEAST) >= 0 || (cached && step.isInstruction())) {
                rows.add(new Row(step, sinceBegin(build, step), took, path.contains(step.id())));
            } else if (step.begun().isPresent()) {
                brief++;
            }
        }
        return new BuildTimes(rows, build.took(now), brief);
    }

    /// The step on the longest path that took most of the time.
    public Optional<Row> costliest() {
        return rows.stream().filter(row -> row.longest() && !row.isCached()).max(Comparator.comparing(Row::took));
    }

    private static Duration sinceBegin(BuildRecord build, BuildStep step) {
        Duration from =
                step.begun().map(at -> Duration.between(build.begun(), at)).orElse(Duration.ZERO);
        return from.isNegative() ? Duration.ZERO : from;
    }

    /// From the step that ended last, back to whichever it waited for last.
    private static Set<Integer> longestPath(List<BuildStep> steps, Instant now) {
        Map<Integer, BuildStep> byId = new HashMap<>();
        steps.forEach(step -> byId.put(step.id(), step));
        Set<Integer> path = new HashSet<>();
        Optional<BuildStep> at = last(steps, now);
        while (at.isPresent() && path.add(at.get().id())) {
            at = last(timed(at.get(), byId, new HashSet<>()), now);
        }
        return path;
    }

    /// The steps that were at work among those that this one waited for, through cached ones.
    private static List<BuildStep> timed(BuildStep step, Map<Integer, BuildStep> byId, Set<Integer> seen) {
        List<BuildStep> found = new ArrayList<>();
        for (int id : step.after()) {
            BuildStep before = byId.get(id);
            if (before != null && seen.add(id)) {
                if (isTimed(before)) {
                    found.add(before);
                } else {
                    found.addAll(timed(before, byId, seen));
                }
            }
        }
        return found;
    }

    private static boolean isTimed(BuildStep step) {
        return step.begun().isPresent() && step.state() != BuildStep.State.CACHED;
    }

    private static Optional<BuildStep> last(List<BuildStep> steps, Instant now) {
        return steps.stream()
                .filter(BuildTimes::isTimed)
                .max(Comparator.comparing((BuildStep step) -> step.ended().orElse(now))
                        .thenComparingInt(BuildStep::id));
    }
}
