package io.quayside.testing.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Accepts connections on one address, each served on its own virtual thread.
final class FakeListener implements AutoCloseable {
    private final ServerSocketChannel server;
    private final SocketAddress address;
    private final Set<FakeConnection> connections = ConcurrentHashMap.newKeySet();

    private FakeListener(ServerSocketChannel server, SocketAddress address) {
        this.server = server;
        this.address = address;
    }

    static FakeListener onSocket(Path socket) {
        try {
            Files.deleteIfExists(socket);
            return bind(ServerSocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param port 0 for any free one
    static FakeListener onLoopback(int port) {
        try {
            return bind(ServerSocketChannel.open(), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FakeListener bind(ServerSocketChannel server, SocketAddress address) throws IOException {
        server.bind(address, 512);
        return new FakeListener(server, server.getLocalAddress());
    }

    int port() {
        return ((InetSocketAddress) address).getPort();
    }

    void serve(Consumer<FakeConnection> service) {
        Thread.ofVirtual().name("fake-engine-accept").start(() -> accept(service));
    }

    /// Ends all connections; new ones are still accepted.
    void cutAll() {
        connections.forEach(FakeConnection::close);
    }

    int connections() {
        return connections.size();
    }

    @Override
    public void close() {
        try {
            server.close();
            cutAll();
            if (address instanceof UnixDomainSocketAddress unix) {
                Files.deleteIfExists(unix.getPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Consumer<FakeConnection> service) {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                FakeConnection connection = new FakeConnection(channel);
                connections.add(connection);
                Thread.ofVirtual().name("fake-engine-connection").start(() -> serve(connection, service));
                if (!server.isOpen()) {
                    connection.close();
                }
            } catch (IOException e) {
                // Closed; the loop's condition ends it.
            }
        }
    }

    private void serve(FakeConnection connection, Consumer<FakeConnection> service) {
        try (connection) {
            service.accept(connection);
        } finally {
            connections.remove(connection);
        }
    }
}
