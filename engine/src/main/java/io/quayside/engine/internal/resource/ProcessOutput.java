package io.quayside.engine.internal.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.stream.FrameReader;
import io.quayside.engine.stream.FrameSink;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.LogStream;
import java.util.Optional;

/// Output of a process, from the body of an answer or an upgraded connection. One thread reads; `closed` and `ended`
/// are all that others touch, besides the connection, which any thread may close.
final class ProcessOutput implements LogStream {
    private final FrameReader frames;
    private final Runnable closeConnection;
    private volatile boolean closed;
    private volatile boolean ended;

    ProcessOutput(FrameReader frames, Runnable closeConnection) {
        this.frames = frames;
        this.closeConnection = closeConnection;
    }

    @Override
    public Optional<LogFrame> next() throws EngineException {
        if (closed || ended) {
            return Optional.empty();
        }
        try {
            Optional<LogFrame> frame = frames.next();
            ended = frame.isEmpty();
            return frame;
        } catch (EngineException e) {
            ended = true;
            if (closed) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public boolean read(FrameSink sink) throws EngineException {
        if (closed || ended) {
            return false;
        }
        try {
            ended = !frames.read(sink);
            return !ended;
        } catch (EngineException e) {
            ended = true;
            if (closed) {
                return false;
            }
            throw e;
        }
    }

    /// Whether the engine has ended the stream.
    boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() {
        closed = true;
        closeConnection.run();
    }
}
