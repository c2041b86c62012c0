package io.quayside.vm.socket;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.relay.HostEnd;
import io.quayside.vm.relay.Relay;
import io.quayside.vm.store.PrivateFiles;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// A Unix socket that only the user may connect to: the file is 0600, its folder 0700.
final class UnixListener implements LocalListener {
    private final Path path;
    private final ServerSocketChannel server;

    private UnixListener(Path path, ServerSocketChannel server) {
        this.path = path;
        this.server = server;
    }

    /// What an earlier process left at that path is taken away.
    static UnixListener open(Path path) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            PrivateFiles.createFolder(folder);
        }
        Files.deleteIfExists(path);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(path), 128);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return new UnixListener(path, server);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    static boolean isServed(Path path) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public EngineEndpoint endpoint() {
        return new EngineEndpoint.UnixSocket(path);
    }

    @Override
    public HostEnd accept() throws IOException {
        return new UnixEnd(server.accept());
    }

    @Override
    public boolean isOpen() {
        return server.isOpen();
    }

    @Override
    public void close() {
        Relay.closeQuietly(server);
        Relay.closeQuietly(() -> Files.deleteIfExists(path));
    }

    private record UnixEnd(SocketChannel channel) implements HostEnd {
        @Override
        public int read(byte[] into) throws IOException {
            return channel.read(ByteBuffer.wrap(into));
        }

        @Override
        public void write(byte[] data) throws IOException {
            for (ByteBuffer left = ByteBuffer.wrap(data); left.hasRemaining(); ) {
                channel.write(left);
            }
        }

        @Override
        public void endOutput() throws IOException {
            channel.shutdownOutput();
        }

        @Override
        public void close() {
            Relay.closeQuietly(channel);
        }
    }
}
