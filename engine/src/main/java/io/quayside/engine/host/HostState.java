package io.quayside.engine.host;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The state of an engine at one time.
///
/// @param since when this phase began
/// @param steps of the latest start of this process, in order, the last one perhaps unfinished
/// @param problem why it is absent, degraded or failed; otherwise empty
public record HostState(HostPhase phase, Instant since, List<StartStep> steps, Optional<HostProblem> problem) {
    public HostState {
        steps = List.copyOf(steps);
    }

    public boolean runs() {
        return phase == HostPhase.RUNNING;
    }
}
