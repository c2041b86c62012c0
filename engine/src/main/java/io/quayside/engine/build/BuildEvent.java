package io.quayside.engine.build;

/// What a build tells while it runs. Steps are numbered from 1; a step ends when the next begins. Texts are
/// untrusted.
public sealed interface BuildEvent {

    /// A step of the Dockerfile begins.
    ///
    /// @param number which one
    /// @param total of how many, 0 if unknown
    /// @param instruction such as `RUN make`
    record StepStarted(int number, int total, String instruction) implements BuildEvent {}

    /// The step that began last was done before, and its result is taken.
    ///
    /// @param number which one
    record StepCached(int number) implements BuildEvent {}

    /// Output of a step, or words of the builder; ends where it ends, not with a line.
    ///
    /// @param number of the step, 0 before the first
    /// @param text as it came, with colours
    record Output(int number, String text) implements BuildEvent {}

    /// A base image is being fetched.
    ///
    /// @param layer the layer's short id, or empty
    /// @param current bytes done
    /// @param total bytes to do, 0 if unknown
    /// @param text the engine's words
    record Fetching(String layer, long current, long total, String text) implements BuildEvent {}

    /// There is an image.
    ///
    /// @param imageId its id
    record Built(String imageId) implements BuildEvent {}
}
