package io.quayside.desktop.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One thing that Docker Compose does for a service, or with a network or volume. Texts are untrusted.
///
/// @param text "Created and started", "RUN make", "Waiting until it is healthy"
/// @param word in place of a time: "Cached", "Already here"; often empty
/// @param share how much of it is done, negative while that isn't known
public record RunStep(
        String text, State state, String word, Optional<Instant> begun, Optional<Instant> ended, double share) {
    /// How far it is.
    public enum State {
        WAITING,
        WORKING,
        DONE,
        FAILED,
        /// It was at work when all was ended.
        STOPPED
    }

    static RunStep waiting(String text) {
        return new RunStep(text, State.WAITING, "", Optional.empty(), Optional.empty(), -1);
    }

    static RunStep here(String text, String word) {
        return new RunStep(text, State.DONE, word, Optional.empty(), Optional.empty(), -1);
    }

    RunStep working(String now, Instant at) {
        return new RunStep(now, State.WORKING, "", Optional.of(begun.orElse(at)), Optional.empty(), share);
    }

    /// It is there, and waits to be started.
    RunStep made(String now) {
        return new RunStep(now, State.WAITING, "", begun, Optional.empty(), -1);
    }

    RunStep over(String now, State how, Instant at) {
        return new RunStep(now, how, word, Optional.of(begun.orElse(at)), Optional.of(at), -1);
    }

    RunStep withShare(double part) {
        return new RunStep(text, state, word, begun, ended, part);
    }

    /// Whether something was changed by it that stays when all is ended.
    public boolean isLasting() {
        return state == State.DONE || (state == State.WAITING && begun.isPresent());
    }

    public boolean isOver() {
        return state == State.DONE || state == State.FAILED || state == State.STOPPED;
    }

    /// How long it took, or has been at work until `now`.
    public Optional<Duration> took(Instant now) {
        return begun.map(from -> Duration.between(from, ended.orElse(now)))
                .map(time -> time.isNegative() ? Duration.ZERO : time);
    }
}
