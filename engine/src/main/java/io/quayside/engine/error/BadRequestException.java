package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// The engine can't make sense of the request, or it was so wrong that it wasn't sent: status 400.
public final class BadRequestException extends RefusedException {

    public BadRequestException(@Nullable String requestLine, String engineMessage) {
        super(requestLine, 400, engineMessage);
    }
}
