package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.codec.JsonIn;
import io.quayside.engine.stream.EngineStream;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// JSON values that an engine sends one after the other. One thread reads; `closed` is all that others touch, besides
/// the answer, which any thread may close.
final class JsonStream<T> implements EngineStream<T> {
    private final Answer answer;
    private final Reader<T> reader;
    private final JsonIn in;
    private volatile boolean closed;

    JsonStream(Answer answer, Reader<T> reader) {
        this.answer = answer;
        this.reader = reader;
        this.in = answer.json();
    }

    /// Reads an item, or finds that it is the report of a failure.
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonIn in) throws EngineException;
    }

    @Override
    public Optional<T> next() throws EngineException {
        if (closed) {
            return Optional.empty();
        }
        try {
            if (in.nextValue()) {
                return Optional.of(item());
            }
            close();
            return Optional.empty();
        } catch (JacksonException e) {
            if (closed) {
                return Optional.empty();
            }
            throw answer.failure(e);
        }
    }

    private T item() throws EngineException {
        if (!in.isObject()) {
            throw answer.unreadable(null);
        }
        return reader.read(in);
    }

    /// The parser isn't closed: it may be in use by the reading thread, and holds nothing but memory.
    @Override
    public void close() {
        closed = true;
        answer.close();
    }
}
