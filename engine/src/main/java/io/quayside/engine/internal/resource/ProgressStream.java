package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.internal.codec.ProgressLine;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.stream.EngineStream;
import java.util.Optional;

/// Calls that tell what they do line by line, and in the last line whether they failed.
final class ProgressStream {
    private static final int SERVER_ERROR = 500;

    private ProgressStream() {}

    /// What a line means.
    @FunctionalInterface
    interface Meaning<T> {
        T of(ProgressLine line);
    }

    static <T> EngineStream<T> of(Calls calls, EngineRequest request, Meaning<T> meaning) throws EngineException {
        String requestLine = request.line();
        return calls.stream(request, in -> meaning.of(checked(requestLine, ProgressLine.read(in))));
    }

    private static ProgressLine checked(String requestLine, ProgressLine line) throws EngineException {
        if (line.failed()) {
            int status = line.errorCode() >= 400 && line.errorCode() < 600 ? line.errorCode() : SERVER_ERROR;
            throw RefusedException.of(requestLine, status, line.error());
        }
        return line;
    }

    /// Makes the call and waits for its end.
    ///
    /// @return the status of the last line, which is an image's id
    static String last(Calls calls, EngineRequest request) throws EngineException {
        String last = "";
        try (EngineStream<ProgressLine> lines = of(calls, request, line -> line)) {
            for (Optional<ProgressLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                last = line.get().status().isEmpty() ? last : line.get().status();
            }
        }
        if (last.isEmpty()) {
            throw new StreamBrokenException(request.line(), "The engine didn't say what it made", null);
        }
        return last;
    }
}
