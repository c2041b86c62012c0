package io.quayside.desktop.builds;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A step of a build, as far as it has come. Texts are untrusted.
///
/// @param id its number in this build, from 1, in the order in which steps were told
/// @param stage the Dockerfile's stage, or empty
/// @param number which one of its stage, 0 for what isn't in the Dockerfile
/// @param total of how many, 0 if unknown
/// @param instruction such as `RUN make`, or the builder's words
/// @param after the steps whose results it takes
/// @param failure the builder's words, if it failed
/// @param output where its output is kept
public record BuildStep(
        int id,
        String stage,
        int number,
        int total,
        String instruction,
        Set<Integer> after,
        State state,
        Optional<Instant> begun,
        Optional<Instant> ended,
        Optional<String> failure,
        OutputSpan output) {
    /// How far a step has come.
    public enum State {
        /// It hasn't begun.
        WAITING,
        /// It is at work.
        RUNNING,
        /// It was done before, and its result was taken.
        CACHED,
        /// It is done.
        DONE,
        /// It failed.
        FAILED,
        /// It was at work when the build ended for another reason.
        STOPPED,
        /// The build ended before it.
        NOT_REACHED
    }

    public BuildStep {
        after = Set.copyOf(after);
    }

    /// Whether it is one of the Dockerfile.
    public boolean isInstruction() {
        return number > 0;
    }

    /// How long it took, or has been at work until `now`.
    public Optional<Duration> took(Instant now) {
        return begun.map(from -> Duration.between(from, ended.orElse(now)))
                .map(time -> time.isNegative() ? Duration.ZERO : time);
    }

    BuildStep in(State next) {
        return new BuildStep(id, stage, number, total, instruction, after, next, begun, ended, failure, output);
    }

    BuildStep startedAt(Instant at) {
        return new BuildStep(
                id,
                stage,
                number,
                total,
                instruction,
                after,
                State.RUNNING,
                Optional.of(begun.orElse(at)),
                Optional.empty(),
                failure,
                output);
    }

    BuildStep endedAt(Instant at, State next, Optional<String> why) {
        return new BuildStep(
                id,
                stage,
                number,
                total,
                instruction,
                after,
                next,
                begun,
                Optional.of(at),
                why.or(() -> failure),
                output);
    }

    BuildStep wrote(OutputSpan span) {
        return new BuildStep(
                id, stage, number, total, instruction, after, state, begun, ended, failure, output.with(span));
    }
}
