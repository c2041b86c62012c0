package io.quayside.vm.socket;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.relay.HostEnd;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

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

    /// Listens at that path; empty where docker's tools don't know Unix sockets, which is on Windows.
    static Optional<LocalListener> at(Path path) throws IOException {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? Optional.of(UnixListener.open(path))
                : Optional.empty();
    }
}
