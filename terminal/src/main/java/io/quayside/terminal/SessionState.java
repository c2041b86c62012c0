package io.quayside.terminal;

import java.io.IOException;
import java.util.OptionalInt;

/// Where a session stands.
public sealed interface SessionState {
    /// The connection is being opened.
    record Starting() implements SessionState {}

    /// The program runs.
    record Connected() implements SessionState {}

    /// The program has ended; the exit code is empty when nobody knows it.
    record Ended(OptionalInt exitCode) implements SessionState {}

    /// The connection couldn't be opened, or broke.
    record Failed(IOException cause) implements SessionState {}

    /// Whether nothing comes any more.
    default boolean isOver() {
        return this instanceof Ended || this instanceof Failed;
    }
}
