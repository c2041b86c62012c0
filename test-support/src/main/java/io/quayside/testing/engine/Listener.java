package io.quayside.testing.engine;

/// What a test engine listens on beside its Unix socket.
public enum Listener {
    /// Nothing more.
    UNIX,
    /// Plain HTTP on a loopback port.
    TCP,
    /// Mutual TLS on a loopback port. Docker only.
    TLS
}
