package io.quayside.engine.error;

import org.jspecify.annotations.Nullable;

/// Something answered that doesn't speak as an engine does: no HTTP, a web page, an answer that can't be read.
public final class EngineProtocolException extends EngineException {

    private final String firstBytes;

    /// @param firstBytes the beginning of what it said, made safe for display; empty when nothing was kept
    public EngineProtocolException(
            @Nullable String requestLine, String message, String firstBytes, @Nullable Throwable cause) {
        super(requestLine, message, cause);
        this.firstBytes = firstBytes;
    }

    /// The beginning of what was answered: printable characters only, at most a few hundred of them.
    public String firstBytes() {
        return firstBytes;
    }
}
