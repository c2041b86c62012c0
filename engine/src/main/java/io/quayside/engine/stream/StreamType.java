package io.quayside.engine.stream;

/// Where a piece of a container's output came from.
public enum StreamType {
    STDIN,
    STDOUT,
    STDERR,
    /// An error of the engine itself, sent in place of output.
    SYSTEM
}
