package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// The connection was there and broke before the answer was complete. Whether the engine did what was asked is
/// unknown.
public final class StreamBrokenException extends EngineException {

    public StreamBrokenException(@Nullable String requestLine, String message, @Nullable Throwable cause) {
        super(requestLine, message, cause);
    }
}
