package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// The engine tried and failed: status 500 and above.
public final class ServerErrorException extends RefusedException {

    public ServerErrorException(@Nullable String requestLine, int status, String engineMessage) {
        super(requestLine, status, engineMessage);
    }
}
