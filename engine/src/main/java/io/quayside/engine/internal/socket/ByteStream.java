package io.quayside.engine.internal.socket;

import java.io.Closeable;
import java.io.IOException;

/// A blocking stream of bytes both ways that knows neither timeouts nor interrupts: a process, a named pipe.
/// One thread reads, another one may write; any thread may close, which ends both.
interface ByteStream extends Closeable {

    /// Returns -1 at the end.
    int read(byte[] into, int offset, int length) throws IOException;

    void write(byte[] from, int offset, int length) throws IOException;

    /// Nothing more will be written; the other direction stays open.
    void endOutput() throws IOException;

    /// Opens one.
    @FunctionalInterface
    interface Opener {
        ByteStream open() throws IOException;
    }
}
