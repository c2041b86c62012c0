package io.quayside.engine.error;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Anything that keeps an engine call from giving its answer. Checked and sealed, so that callers decide with a
/// pattern `switch` and the compiler tells them when a new kind appears.
///
/// Everything an engine said is untrusted text: it is kept verbatim and has to be made safe where it is shown.
public abstract sealed class EngineException extends Exception
        permits RefusedException,
                UnreachableException,
                ApiVersionUnsupportedException,
                EngineProtocolException,
                StreamBrokenException,
                NotPossibleException,
                CancelledException {

    private final @Nullable String requestLine;

    EngineException(@Nullable String requestLine, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.requestLine = requestLine;
    }

    /// The request that failed, as in `GET /containers/json`; absent when it failed before there was one.
    public Optional<String> requestLine() {
        return Optional.ofNullable(requestLine);
    }

    /// The HTTP status, when an engine answered with one.
    public OptionalInt status() {
        return OptionalInt.empty();
    }

    /// The engine's own words, verbatim, when it said something.
    public Optional<String> engineMessage() {
        return Optional.empty();
    }
}
