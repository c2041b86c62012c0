package io.quayside.vm.driver.hyperv;

import io.quayside.vm.error.VmException;
import io.quayside.vm.store.StoreFailures;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Leads a port of this computer's loopback to the engine at the guest's address. What passes is mutual TLS
/// between the engine and its clients, so this needs no trust. One virtual thread accepts, two serve each
/// connection.
final class EngineRelay implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int CHUNK = 64 << 10;

    private final InetSocketAddress engine;
    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private final Thread accepting = Thread.ofVirtual().name("engine relay").unstarted(this::accept);

    private EngineRelay(ServerSocket server, InetSocketAddress engine) {
        this.server = server;
        this.engine = engine;
    }

    static EngineRelay open(int port, InetSocketAddress engine) throws VmException {
        try {
            ServerSocket server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
            EngineRelay relay = new EngineRelay(server, engine);
            relay.accepting.start();
            return relay;
        } catch (IOException e) {
            throw StoreFailures.of(Path.of("127.0.0.1:" + port), e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.add(client);
                Thread.ofVirtual().name("engine relay").start(() -> serve(client));
            } catch (IOException e) {
                // Closed, or a connection that was gone before it was accepted.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket guest = new Socket()) {
            connections.add(guest);
            guest.connect(engine, CONNECT_MILLIS);
            guest.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            Thread back = Thread.ofVirtual().name("engine relay").start(() -> copy(guest, client));
            copy(client, guest);
            back.join();
            connections.remove(guest);
        } catch (IOException e) {
            // The engine isn't there; its client sees a connection that ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(client);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            byte[] buffer = new byte[CHUNK];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }

    /// The port is free when this returns: a virtual thread that waits on a socket keeps it open until it has run on.
    @Override
    public void close() {
        closeQuietly(server);
        accepting.interrupt();
        try {
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(EngineRelay::closeQuietly);
    }
}
