package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// We ended the call ourselves: the thread was interrupted, or the response, stream or transport was closed
/// meanwhile. Not a failure to report to anyone. After an interrupt the thread's interrupt status is still set.
public final class CancelledException extends EngineException {

    public CancelledException(@Nullable String requestLine, @Nullable Throwable cause) {
        super(requestLine, "Cancelled", cause);
    }
}
