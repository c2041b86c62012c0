package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.internal.codec.Json;
import io.quayside.engine.internal.codec.JsonIn;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.internal.http.EngineResponse;
import io.quayside.engine.internal.http.EngineTransport;
import io.quayside.engine.model.RawJson;
import io.quayside.engine.stream.EngineStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import okio.Buffer;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Sends requests and reads the answers as JSON.
final class Calls {
    /// More than this isn't kept whole: an object of an engine with 10 MB of labels is far below.
    private static final int MAX_DOCUMENT = 256 * 1024 * 1024;

    private static final int BLOCK = 8 * 1024;

    private final EngineTransport transport;

    Calls(EngineTransport transport) {
        this.transport = transport;
    }

    EngineTransport transport() {
        return transport;
    }

    /// Whether the engine speaks at least API `1.minor`.
    boolean speaks(int minor) throws EngineException {
        return transport.apiVersion().atLeast(1, minor);
    }

    /// Makes a call whose answer doesn't matter; returns its status.
    int run(EngineRequest request) throws EngineException {
        try (EngineResponse response = transport.execute(request)) {
            return response.status();
        }
    }

    /// Makes a call that is answered with an object.
    <T> T object(EngineRequest request, JsonIn.Element<T> reader) throws EngineException {
        try (Answer answer = new Answer(transport.execute(request));
                JsonIn in = answer.json()) {
            try {
                if (!in.nextValue() || !in.isObject()) {
                    throw answer.unreadable(null);
                }
                return reader.read(in);
            } catch (JacksonException e) {
                throw answer.failure(e);
            }
        }
    }

    /// Makes a call that is answered with an array, or with `null` for an empty one.
    <T> List<T> array(EngineRequest request, JsonIn.Element<T> element) throws EngineException {
        try (Answer answer = new Answer(transport.execute(request));
                JsonIn in = answer.json()) {
            try {
                if (!in.nextValue() || !(in.isArray() || in.isNull())) {
                    throw answer.unreadable(null);
                }
                return in.list(element);
            } catch (JacksonException e) {
                throw answer.failure(e);
            }
        }
    }

    /// Reads an object of which the bytes are kept as well.
    @FunctionalInterface
    interface DocumentReader<T> {
        T read(JsonIn in, RawJson json);
    }

    /// Makes a call that is answered with an object, and keeps the bytes.
    <T> T document(EngineRequest request, DocumentReader<T> reader) throws EngineException {
        try (EngineResponse response = transport.execute(request)) {
            byte[] bytes = bytes(response);
            try (JsonIn in = Json.read(bytes)) {
                if (!in.nextValue() || !in.isObject()) {
                    throw unreadable(response, bytes, null);
                }
                return reader.read(in, new RawJson(bytes));
            } catch (JacksonException e) {
                throw unreadable(response, bytes, e);
            }
        }
    }

    private static EngineException unreadable(EngineResponse response, byte[] bytes, @Nullable JacksonException e) {
        AnswerHead head = new AnswerHead(new ByteArrayInputStream(bytes));
        try {
            head.readNBytes(bytes.length);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new EngineProtocolException(response.requestLine(), "What answered isn't an engine", head.text(), e);
    }

    private static byte[] bytes(EngineResponse response) throws EngineException {
        try {
            return readAll(response);
        } catch (IOException e) {
            throw response.failure(e);
        }
    }

    /// By way of okio's shared segments: an array that grows would be four times the document.
    private static byte[] readAll(EngineResponse response) throws IOException, EngineException {
        Buffer document = new Buffer();
        Source body = Okio.source(response.body());
        while (body.read(document, BLOCK) >= 0) {
            if (document.size() >= MAX_DOCUMENT) {
                throw new EngineProtocolException(response.requestLine(), "The engine's answer is too long", "", null);
            }
        }
        return document.readByteArray();
    }

    /// Makes a call that is answered with one value after the other.
    <T> EngineStream<T> stream(EngineRequest request, JsonStream.Reader<T> reader) throws EngineException {
        return new JsonStream<>(new Answer(transport.execute(request)), reader);
    }
}
