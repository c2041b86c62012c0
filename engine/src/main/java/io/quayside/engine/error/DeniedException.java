package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// The engine knows what is asked and won't do it for us: status 401 or 403.
public final class DeniedException extends RefusedException {

    public DeniedException(@Nullable String requestLine, int status, String engineMessage) {
        super(requestLine, status, engineMessage);
    }
}
