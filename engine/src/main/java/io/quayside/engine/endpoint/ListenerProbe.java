package io.quayside.engine.endpoint;

/// Finds out whether somebody listens on a socket of this machine, quickly and without saying anything.
@FunctionalInterface
public interface ListenerProbe {

    /// What there is at an address.
    enum Finding {
        LISTENING,
        /// There is no such socket.
        MISSING,
        /// The socket is there, and nobody listens.
        DEAD,
        /// The socket is there, and this user may not use it.
        DENIED
    }

    Finding look(EngineEndpoint at);
}
