package io.quayside.engine.internal.socket;

import io.quayside.engine.internal.socket.PipeCalls.Instance;
import io.quayside.engine.internal.socket.PipeCalls.PipeException;
import io.quayside.engine.pipe.PipeConnection;
import java.io.IOException;

/// Accepts clients of a named pipe. Windows connects a client with an instance of the pipe, so there is always one more
/// than there are clients.
public final class NamedPipeListener implements AutoCloseable {
    private final PipeCalls calls;
    private final String path;
    private Instance next;
    private boolean closed;

    private NamedPipeListener(PipeCalls calls, String path, Instance first) {
        this.calls = calls;
        this.path = path;
        next = first;
    }

    public static NamedPipeListener open(String path) throws IOException {
        return open(new WindowsPipes(), path);
    }

    static NamedPipeListener open(PipeCalls calls, String path) throws IOException {
        try {
            return new NamedPipeListener(calls, path, calls.create(path, true));
        } catch (PipeException e) {
            throw NamedPipeStream.explained(path, e);
        }
    }

    public static boolean isServed(String path) {
        return new WindowsPipes().isServed(path);
    }

    public PipeConnection accept() throws IOException {
        Instance waiting = waiting();
        PipeCalls.Pipe client;
        try {
            client = waiting.awaitClient();
        } catch (PipeException e) {
            waiting.close();
            replace();
            throw e;
        }
        try {
            replace();
        } catch (IOException e) {
            client.close();
            throw e;
        }
        return new Connection(new NamedPipeStream(client));
    }

    private synchronized Instance waiting() throws IOException {
        if (closed) {
            throw new IOException(path + " is closed");
        }
        return next;
    }

    /// The next client finds an instance before this one is served. Without one nobody could connect any more.
    private synchronized void replace() throws IOException {
        if (closed) {
            throw new IOException(path + " is closed");
        }
        try {
            next = calls.create(path, false);
        } catch (PipeException e) {
            closed = true;
            throw NamedPipeStream.explained(path, e);
        }
    }

    public synchronized boolean isOpen() {
        return !closed;
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            next.close();
        }
    }

    private record Connection(NamedPipeStream stream) implements PipeConnection {
        @Override
        public int read(byte[] into) throws IOException {
            return stream.read(into, 0, into.length);
        }

        @Override
        public void write(byte[] data) throws IOException {
            stream.write(data, 0, data.length);
        }

        @Override
        public void endOutput() throws IOException {
            stream.endOutput();
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
