package io.quayside.vm.model;

/// A shared folder as it is now.
///
/// @param reason why it failed, or what of it doesn't work, one sentence for people that may hold untrusted
/// text; empty otherwise
public record ShareStatus(Share share, State state, String reason) {
    /// How far it is.
    public enum State {
        /// The machine doesn't run, or another Quayside serves it; it is mounted when the machine starts.
        WAITING,
        /// Containers can mount it.
        MOUNTED,
        /// The machine doesn't have it.
        FAILED
    }
}
