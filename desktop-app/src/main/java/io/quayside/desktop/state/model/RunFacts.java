package io.quayside.desktop.state.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/// How a container's main process runs, or how it ended.
///
/// @param exact whether the times come from an inspection or an event; a list only says "Up 2 hours"
/// @param startedAt when it last started
/// @param finishedAt when it last ended
/// @param exitCode what it last exited with
/// @param oomKilled whether it was ended for lack of memory
/// @param stopRequested whether somebody asked the engine to stop or kill it before it last ended
/// @param error why it could not be started, in the engine's words; empty if it could
/// @param failedChecks how many health checks failed in a row
/// @param restartCount how often its restart policy started it again
public record RunFacts(
        boolean exact,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        OptionalInt exitCode,
        boolean oomKilled,
        boolean stopRequested,
        String error,
        int failedChecks,
        int restartCount) {
    public static final RunFacts UNKNOWN =
            new RunFacts(false, Optional.empty(), Optional.empty(), OptionalInt.empty(), false, false, "", 0, 0);

    /// The same, with whether a stop was asked for.
    public RunFacts withStopRequested(boolean requested) {
        return requested == stopRequested
                ? this
                : new RunFacts(
                        exact,
                        startedAt,
                        finishedAt,
                        exitCode,
                        oomKilled,
                        requested,
                        error,
                        failedChecks,
                        restartCount);
    }
}
