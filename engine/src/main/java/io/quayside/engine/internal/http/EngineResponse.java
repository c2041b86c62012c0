package io.quayside.engine.internal.http;

import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// The engine's answer: its head, and its body while it arrives. Read by one thread, closed by any.
public interface EngineResponse extends AutoCloseable {

    /// 2xx or 304.
    int status();

    /// A header's (last) value; names are case-insensitive.
    Optional<String> header(String name);

    /// The body, without any transfer encoding. Its reads end at once when this response is closed or the
    /// reading thread is interrupted. Turn an exception of its reads into the right [EngineException] with
    /// [#failure].
    InputStream body();

    /// The exception that `e`, thrown by a read from the body, means: cancelled, broken off, or not an engine's
    /// answer.
    EngineException failure(IOException e);

    /// As in `GET /containers/json`.
    String requestLine();

    /// Ends the call; from any thread, any number of times. What hasn't been read is dropped.
    @Override
    void close();
}
