package io.quayside.engine.stream;

import io.quayside.engine.error.EngineException;

/// What a process in a container writes. Pieces don't end where lines or characters end; with most containers each is
/// one line, long lines come in several.
public interface LogStream extends EngineStream<LogFrame> {

    /// The fast way for much output: waits, then hands over everything that has arrived, without copying it. Don't mix
    /// it with [#next()] on one stream.
    ///
    /// @return false when the engine ended the stream in good order, or it was closed here
    /// @throws EngineException as [#next()] does
    boolean read(FrameSink sink) throws EngineException;
}
