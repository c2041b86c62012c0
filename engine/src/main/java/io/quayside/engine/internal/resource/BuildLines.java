package io.quayside.engine.internal.resource;

import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.internal.codec.ProgressLine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the lines of the engine's own builder mean: steps and cached results are told in English words only.
/// Docker's and Podman's differ. For the thread that reads the build.
final class BuildLines {
    private static final Pattern STEP =
            Pattern.compile("(?is)(\\[\\d+/\\d+\\] )?step (\\d{1,6})(?:/(\\d{1,6}))? ?: (.*)");
    private static final Pattern CACHED = Pattern.compile("(?s)(?: ---> |--> )Using cache.*");

    private int step;

    /// What one line means.
    BuildEvent event(ProgressLine line) {
        if (!line.aux().isEmpty()) {
            return new BuildEvent.Built(line.aux());
        }
        if (!line.status().isEmpty()) {
            return new BuildEvent.Fetching(line.id(), line.current(), line.total(), line.status());
        }
        Matcher m = STEP.matcher(line.stream());
        if (m.matches()) {
            // Podman begins anew with each stage.
            boolean inStage = m.group(1) != null;
            step = inStage ? step + 1 : Integer.parseInt(m.group(2));
            int total = inStage || m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
            return new BuildEvent.StepStarted(step, total, m.group(4).strip());
        }
        return CACHED.matcher(line.stream()).matches()
                ? new BuildEvent.StepCached(step)
                : new BuildEvent.Output(step, line.stream());
    }
}
