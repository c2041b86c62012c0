package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import io.quayside.engine.internal.http.EngineResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/// An answer that is read as JSON, and the meaning of what goes wrong in it. One thread reads, any may close.
final class Answer implements AutoCloseable {
    private final EngineResponse response;
    private final AnswerHead body;

    Answer(EngineResponse response) {
        this.response = response;
        this.body = new AnswerHead(response.body());
    }

    JsonIn json() {
        return Json.read(body);
    }

    /// What a failure to read JSON from this answer means.
    EngineException failure(JacksonException e) {
        if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
            return response.failure(cause);
        }
        if (e instanceof UnexpectedEndOfInputException) {
            return new StreamBrokenException(response.requestLine(), "The engine's answer broke off", e);
        }
        return unreadable(e);
    }

    /// The answer isn't what an engine says.
    EngineException unreadable(@Nullable Throwable cause) {
        String type = AnswerHead.printable(response.header("Content-Type").orElse("no type"));
        return new EngineProtocolException(
                response.requestLine(), "What answered isn't an engine: it sent " + type, body.text(), cause);
    }

    @Override
    public void close() {
        response.close();
    }
}
