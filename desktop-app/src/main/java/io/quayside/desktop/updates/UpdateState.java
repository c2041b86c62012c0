package io.quayside.desktop.updates;

import java.time.Instant;

/// What is known of a name: whether its registry has another image under it now.
public sealed interface UpdateState {
    /// Nobody asked, or nobody can: the image came from no registry.
    record Unknown() implements UpdateState {}

    /// The registry is being asked.
    record Asking() implements UpdateState {}

    /// The image here is the one that the registry has.
    ///
    /// @param when it was asked
    record Current(Instant when) implements UpdateState {}

    /// The registry has another one.
    ///
    /// @param when it was asked
    record Available(Instant when) implements UpdateState {}

    /// The registry didn't say.
    ///
    /// @param why in words, safe for a line
    record Unanswered(String why, Instant when) implements UpdateState {}
}
