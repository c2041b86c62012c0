package io.quayside.desktop.compose;

import java.time.Duration;
import java.time.Instant;

/// What was once done with a project.
///
/// @param what the command: `docker compose up --detach`
/// @param up whether it brought services up
/// @param words why it failed, in Docker Compose's words; untrusted
/// @param engine the name of the engine
public record ComposeRecord(
        String what, boolean up, Instant begun, Instant ended, Outcome outcome, String words, String engine) {
    /// How it ended.
    public enum Outcome {
        DONE,
        FAILED,
        CANCELLED
    }

    public Duration took() {
        Duration took = Duration.between(begun, ended);
        return took.isNegative() ? Duration.ZERO : took;
    }
}
