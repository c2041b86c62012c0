package io.quayside.engine.pipe;

import io.quayside.engine.internal.socket.NamedPipeListener;
import java.io.IOException;

/// A Windows named pipe at which programs of this user, and nobody else, connect; from this computer only. It keeps the
/// borders of what is written, as docker's own pipe does, so that an empty piece ends one direction.
///
/// One thread accepts; any may close.
public final class PipeListener implements AutoCloseable {
    private final NamedPipeListener listener;

    private PipeListener(NamedPipeListener listener) {
        this.listener = listener;
    }

    /// Listens at a path such as `\\.\pipe\quayside`.
    ///
    /// @throws java.nio.file.AccessDeniedException if another program has a pipe of that name
    public static PipeListener open(String path) throws IOException {
        return new PipeListener(NamedPipeListener.open(path));
    }

    /// Whether some program listens at that path; it doesn't hear of the question.
    public static boolean isServed(String path) {
        return NamedPipeListener.isServed(path);
    }

    /// Waits for the next program.
    ///
    /// @throws IOException when this is closed, or the program was gone before it was accepted
    public PipeConnection accept() throws IOException {
        return listener.accept();
    }

    public boolean isOpen() {
        return listener.isOpen();
    }

    @Override
    public void close() {
        listener.close();
    }
}
