package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// A status without a type of its own, such as 405, 406 or 413.
public final class OtherStatusException extends RefusedException {

    public OtherStatusException(@Nullable String requestLine, int status, String engineMessage) {
        super(requestLine, status, engineMessage);
    }
}
