package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// The object is in a state, or has a name, that rules the request out: status 409.
public final class ConflictException extends RefusedException {

    public ConflictException(@Nullable String requestLine, String engineMessage) {
        super(requestLine, 409, engineMessage);
    }
}
