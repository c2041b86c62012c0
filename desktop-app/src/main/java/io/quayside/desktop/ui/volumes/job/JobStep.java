package io.quayside.desktop.ui.volumes.job;

import java.time.Duration;

/// One part of a job.
///
/// @param text "Copy and compress"
/// @param took how long, once it is over
public record JobStep(String text, State state, Duration took) {
    /// Where it stands.
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    static JobStep waiting(String text) {
        return new JobStep(text, State.WAITING, Duration.ZERO);
    }

    JobStep as(State next, Duration time) {
        return new JobStep(text, next, time);
    }
}
