package io.quayside.engine.stream;

import io.quayside.engine.error.EngineException;
import java.util.Optional;

/// Items that an engine sends one after the other over an open connection.
///
/// One thread reads. Any thread may close, any number of times; a read that waits then ends at once, and later reads
/// find the end. Whoever opened a stream closes it.
///
/// @param <T> the kind of item
public interface EngineStream<T> extends AutoCloseable {

    /// Waits for the next item.
    ///
    /// @return the item, or empty when the engine ended the stream in good order or the stream was closed here
    /// @throws EngineException if the connection broke, or the engine reported a failure inside the stream
    Optional<T> next() throws EngineException;

    /// Ends the stream and its connection. Never blocks for long and never fails.
    @Override
    void close();
}
