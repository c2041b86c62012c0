package io.quayside.vm.socket;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.relay.HostEnd;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;

/// A place on the host at which only this user's programs can connect.
interface LocalListener extends AutoCloseable {
    /// Where programs connect.
    EngineEndpoint endpoint();

    /// Waits for the next connection.
    ///
    /// @throws IOException when the listener is closed, or one connection was gone before it was accepted
    HostEnd accept() throws IOException;

    boolean isOpen();

    @Override
    void close();

    /// Listens at that path; on Windows, where docker's tools don't know Unix sockets, at a pipe that goes by it.
    static LocalListener at(Path path) throws IOException {
        return onWindows() ? WindowsListener.open(path) : UnixListener.open(path);
    }

    /// Where programs connect when something listens at that path.
    static EngineEndpoint endpoint(Path path) {
        return onWindows() ? WindowsListener.endpoint(path) : new EngineEndpoint.UnixSocket(path);
    }

    /// Whether a process listens at that path; it isn't woken by the question.
    static boolean isServed(Path path) {
        return onWindows() ? WindowsListener.isServed(path) : UnixListener.isServed(path);
    }

    private static boolean onWindows() {
        return !FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
