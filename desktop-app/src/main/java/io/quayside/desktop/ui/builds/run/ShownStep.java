package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.BuildStep.State;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.dockerfile.Dockerfile;
import io.quayside.engine.dockerfile.Instruction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A row of the list of steps.
///
/// @param id of the step, 0 for one of which nothing but its instruction is known
/// @param number among the instructions, empty for what isn't one
/// @param stage of the Dockerfile, where there are several
/// @param state in words: "Cached", "6.8 s", "Not reached"
/// @param share how much of it is done, negative while that isn't known
record ShownStep(
        int id,
        String number,
        String stage,
        String instruction,
        StateGlyph glyph,
        String state,
        boolean quiet,
        double share) {
    private static final int LONGEST = 400;

    /// All of a build, those included that the builder hasn't told yet.
    ///
    /// @param dockerfile what it builds by, as far as that is known
    /// @param progress of those at work
    static List<ShownStep> of(
            BuildRecord build,
            Optional<Dockerfile> dockerfile,
            java.util.function.IntFunction<List<BuildEvent.Fetching>> progress,
            Instant now) {
        List<ShownStep> rows = new ArrayList<>();
        boolean stages = build.steps().stream()
                        .map(BuildStep::stage)
                        .distinct()
                        .filter(name -> !name.isEmpty())
                        .count()
                > 1;
        int number = 0;
        for (BuildStep step : build.steps()) {
            number += step.isInstruction() ? 1 : 0;
            rows.add(new ShownStep(
                    step.id(),
                    step.isInstruction() ? Integer.toString(number) : "",
                    stages ? SafeText.line(step.stage()) : "",
                    SafeText.output(step.instruction().replace('\n', ' '), LONGEST),
                    glyph(step.state()),
                    words(step, now),
                    step.state() == State.NOT_REACHED || step.state() == State.WAITING,
                    step.state() == State.RUNNING ? share(progress.apply(step.id())) : -1));
        }
        List<Instruction> written = dockerfile.map(Dockerfile::instructions).orElse(List.of());
        // The classic builder tells a step when it begins; it counts as the Dockerfile does.
        if (build.total() == written.size()) {
            for (int i = number; i < written.size(); i++) {
                Instruction instruction = written.get(i);
                rows.add(new ShownStep(
                        0,
                        Integer.toString(i + 1),
                        "",
                        SafeText.output(instruction.keyword() + " " + instruction.rest(), LONGEST),
                        StateGlyph.UNKNOWN,
                        build.isRunning() ? "" : "Not reached",
                        true,
                        -1));
            }
        }
        return rows;
    }

    private static StateGlyph glyph(State state) {
        return switch (state) {
            case WAITING, NOT_REACHED -> StateGlyph.UNKNOWN;
            case RUNNING -> StateGlyph.STARTING;
            case CACHED, DONE -> StateGlyph.DONE;
            case FAILED -> StateGlyph.FAILED;
            case STOPPED -> StateGlyph.STOPPED;
        };
    }

    private static String words(BuildStep step, Instant now) {
        return switch (step.state()) {
            case WAITING -> "";
            case NOT_REACHED -> "Not reached";
            case CACHED -> "Cached";
            case RUNNING, DONE, FAILED, STOPPED ->
                step.took(now).map(Times::took).orElse("");
        };
    }

    private static double share(List<BuildEvent.Fetching> all) {
        long total = all.stream().mapToLong(BuildEvent.Fetching::total).sum();
        long done = all.stream().mapToLong(BuildEvent.Fetching::current).sum();
        boolean known = !all.isEmpty() && all.stream().allMatch(one -> one.total() > 0);
        return known ? (double) done / total : -1;
    }

    /// As one sentence.
    String sentence() {
        return (number.isEmpty() ? "" : "Step " + number + ", ") + instruction + ", "
                + (state.isEmpty() ? "waiting" : state) + (glyph == StateGlyph.FAILED ? ", failed" : "");
    }
}
