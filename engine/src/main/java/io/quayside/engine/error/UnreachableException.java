package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// No connection to the engine: nothing was asked, so nothing was done.
public final class UnreachableException extends EngineException {

    /// Why there is no connection.
    public enum Reason {
        /// The Unix socket or named pipe doesn't exist: no engine is installed, or it isn't running.
        SOCKET_MISSING,
        /// The address exists and nobody listens there.
        REFUSED,
        /// The socket exists and this user may not open it.
        PERMISSION_DENIED,
        /// Nothing answered in time.
        TIMED_OUT,
        /// The host name isn't known.
        NAME_NOT_FOUND,
        /// The TLS handshake failed: wrong authority, wrong name, missing or refused client certificate.
        TLS,
        /// `ssh` couldn't be started or ended before the engine answered; the message has its last words.
        SSH,
        /// Anything else that the operating system reports.
        OTHER
    }

    private final Reason reason;
    private final String address;

    public UnreachableException(
            @Nullable String requestLine, Reason reason, String address, String message, @Nullable Throwable cause) {
        super(requestLine, message, cause);
        this.reason = reason;
        this.address = address;
    }

    public Reason reason() {
        return reason;
    }

    /// The endpoint as people write it, such as `unix:///var/run/docker.sock`.
    public String address() {
        return address;
    }
}
