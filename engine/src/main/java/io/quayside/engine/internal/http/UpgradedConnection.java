package io.quayside.engine.internal.http;

import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// A connection that carries a raw stream both ways, after the engine agreed to it. One thread reads, another
/// one may write at the same time, any may close.
public interface UpgradedConnection extends AutoCloseable {

    /// From 1.42 on it says whether the stream is multiplexed or raw; older engines don't tell.
    Optional<String> contentType();

    /// What the engine sends; end of stream when the process ended.
    InputStream input();

    /// What we send. Written through at once, without a buffer to flush.
    OutputStream output();

    /// Says that we have nothing more to send; the other direction stays open. Closing [#output] does the same.
    void closeWrite() throws IOException;

    /// The exception that `e`, thrown by a read or write of this connection, means.
    EngineException failure(IOException e);

    /// As in `POST /exec/1f…/start`.
    String requestLine();

    /// Ends both directions; from any thread, any number of times.
    @Override
    void close();
}
