package io.quayside.engine.internal.resource;

import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.internal.codec.ProgressLine;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the lines of the engine's own builder mean: steps and cached results are told in English words only.
/// Docker's and Podman's differ. A step ends when the next one begins. For the thread that reads the build.
final class BuildLines {
    private static final Pattern STEP =
            Pattern.compile("(?is)(\\[\\d+/\\d+\\] )?step (\\d{1,6})(?:/(\\d{1,6}))? ?: (.*)");
    private static final Pattern FROM = Pattern.compile("(?is)from\\s.*\\sas\\s+(\\S+)");
    private static final Pattern CACHED = Pattern.compile("(?s)(?: ---> |--> )Using cache.*");

    /// The step before is the caller's: the context is sent.
    private static final int FIRST_STEP = 2;

    private final Clock clock;
    private int step;
    private String stage = "";

    BuildLines(Clock clock) {
        this.clock = clock;
    }

    /// What one line means.
    List<BuildEvent> events(ProgressLine line) {
        if (!line.aux().isEmpty()) {
            return List.of(new BuildEvent.Built(line.aux()));
        }
        if (!line.status().isEmpty()) {
            return List.of(new BuildEvent.Fetching(step, line.id(), line.current(), line.total(), line.status()));
        }
        Matcher m = STEP.matcher(line.stream());
        if (m.matches()) {
            int total = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            return next(Integer.parseInt(m.group(2)), total, m.group(4).strip());
        }
        return List.of(
                CACHED.matcher(line.stream()).matches()
                        ? new BuildEvent.StepCached(step)
                        : new BuildEvent.Output(step, line.stream()));
    }

    private List<BuildEvent> next(int number, int total, String instruction) {
        Matcher from = FROM.matcher(instruction);
        if (from.matches()) {
            stage = from.group(1);
        } else if (instruction.regionMatches(true, 0, "FROM ", 0, 5)) {
            stage = "";
        }
        List<BuildEvent> end = end(Optional.empty());
        step = step == 0 ? FIRST_STEP : step + 1;
        BuildEvent added = new BuildEvent.StepAdded(step, stage, number, total, instruction, Set.of(step - 1));
        BuildEvent started = new BuildEvent.StepStarted(step, clock.instant());
        return end.isEmpty() ? List.of(added, started) : List.of(end.getFirst(), added, started);
    }

    /// The end of the step that runs, if one does.
    ///
    /// @param failure why it failed, if it did
    List<BuildEvent> end(Optional<String> failure) {
        return step == 0 ? List.of() : List.of(new BuildEvent.StepEnded(step, clock.instant(), failure));
    }
}
