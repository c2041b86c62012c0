package io.quayside.engine.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/// Guards a stream that one thread uses at a time and any thread may close. A stream of the HTTP client mustn't be
/// closed
/// while a thread is inside it, and must be closed for its connection to be forgotten; so whoever is last does it.
final class ClosedWhenIdle {

    private enum Use {
        IDLE,
        BUSY,
        CLOSED
    }

    private final AtomicReference<Use> use = new AtomicReference<>(Use.IDLE);
    private final Closeable stream;

    ClosedWhenIdle(Closeable stream) {
        this.stream = stream;
    }

    /// Before each use.
    void enter() throws IOException {
        if (!use.compareAndSet(Use.IDLE, Use.BUSY)) {
            throw new IOException("closed");
        }
    }

    /// After each use.
    void leave() throws IOException {
        if (!use.compareAndSet(Use.BUSY, Use.IDLE)) {
            stream.close();
        }
    }

    /// Closes the stream now, or when the thread inside leaves. A second call does nothing.
    void close() throws IOException {
        if (use.getAndSet(Use.CLOSED) == Use.IDLE) {
            stream.close();
        }
    }
}
