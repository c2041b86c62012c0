package io.quayside.engine.build;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a build tells while it runs, whichever builder does it. Steps may run beside each other. Texts are untrusted.
public sealed interface BuildEvent {

    /// A step is known: with BuildKit mostly long before it begins, with the classic builder when it does.
    ///
    /// @param step its number in this build, from 1, in the order in which steps were told
    /// @param stage the name of the Dockerfile's stage, or empty
    /// @param number which one, as in `[deps 2/4]` or `Step 2/7`; 0 for what isn't in the Dockerfile
    /// @param total of how many, 0 if unknown
    /// @param instruction such as `RUN make`, or the builder's words
    /// @param after the steps whose results it takes
    record StepAdded(int step, String stage, int number, int total, String instruction, Set<Integer> after)
            implements BuildEvent {
        public StepAdded {
            after = Set.copyOf(after);
        }
    }

    /// A step begins.
    record StepStarted(int step, Instant at) implements BuildEvent {}

    /// A step was done before, and its result is taken.
    record StepCached(int step) implements BuildEvent {}

    /// A step is over. Said again should a step that was over fail after all.
    ///
    /// @param failure the builder's words, if it failed
    record StepEnded(int step, Instant at, Optional<String> failure) implements BuildEvent {}

    /// Output of a step, or words of the builder; ends where it ends, not with a line.
    ///
    /// @param step whose, 0 for the builder's own words outside of any
    /// @param text as it came, with colours
    record Output(int step, String text) implements BuildEvent {}

    /// Something big is under way in a step: a base image comes, or the folder goes.
    ///
    /// @param step for which, 0 if for none
    /// @param layer the layer's short id, or what it is else, or empty
    /// @param current bytes done
    /// @param total bytes to do, 0 if unknown
    /// @param text the builder's words
    record Fetching(int step, String layer, long current, long total, String text) implements BuildEvent {}

    /// There is an image.
    ///
    /// @param imageId its id
    record Built(String imageId) implements BuildEvent {}
}
