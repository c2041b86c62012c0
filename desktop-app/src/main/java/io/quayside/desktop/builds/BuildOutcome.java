package io.quayside.desktop.builds;

/// How a build ended, or that it hasn't.
public enum BuildOutcome {
    /// It is at work.
    RUNNING,
    /// There is an image.
    BUILT,
    /// The builder gave no image.
    FAILED,
    /// Somebody ended it.
    CANCELLED,
    /// Quayside ended before it did; what became of it isn't known.
    LOST
}
