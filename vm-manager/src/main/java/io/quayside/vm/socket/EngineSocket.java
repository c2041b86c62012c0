package io.quayside.vm.socket;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamOpener;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.idle.Wakefulness;
import io.quayside.vm.relay.HostEnd;
import io.quayside.vm.relay.Relay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The engine of a running machine at a socket of the host, a named pipe on Windows. Every connection is relayed byte
/// by byte to the
/// engine's socket in the guest, so that whatever docker's protocol does works through it; a paused machine
/// wakes up first.
///
/// One virtual thread accepts, two serve each connection.
public final class EngineSocket implements AutoCloseable {
    private static final StreamTarget ENGINE = StreamTarget.unix("/run/docker.sock");

    private static final int CHUNK = 64 << 10;

    private final LocalListener listener;
    private final StreamOpener guest;
    private final Wakefulness wakefulness;
    private final Set<HostEnd> connections = ConcurrentHashMap.newKeySet();
    private final Thread accepting;

    private EngineSocket(LocalListener listener, StreamOpener guest, Wakefulness wakefulness) {
        this.listener = listener;
        this.guest = guest;
        this.wakefulness = wakefulness;
        accepting = Thread.ofVirtual().name("engine socket").unstarted(this::accept);
    }

    /// Listens at that path until closed.
    public static EngineSocket open(Path path, StreamOpener guest, Wakefulness wakefulness) throws IOException {
        EngineSocket socket = new EngineSocket(LocalListener.at(path), guest, wakefulness);
        socket.accepting.start();
        return socket;
    }

    /// Where programs of this user connect, if a process listens at that path; it isn't woken by the question.
    public static Optional<EngineEndpoint> served(Path path) {
        return LocalListener.isServed(path) ? Optional.of(LocalListener.endpoint(path)) : Optional.empty();
    }

    /// Where programs of this user connect.
    public EngineEndpoint endpoint() {
        return listener.endpoint();
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                HostEnd connection = listener.accept();
                connections.add(connection);
                Thread.ofVirtual().name("engine socket").start(() -> serve(connection));
            } catch (IOException e) {
                // Closed, or a connection that was gone before it was accepted.
            }
        }
    }

    private void serve(HostEnd connection) {
        try {
            // Whoever only looks whether there is an engine, and asks nothing, doesn't wake the machine.
            byte[] first = new byte[CHUNK];
            int count = connection.read(first);
            if (count > 0) {
                relay(connection, first, count);
            }
            connection.close();
        } catch (IOException e) {
            connection.close();
        } catch (InterruptedException e) {
            connection.close();
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(connection);
        }
    }

    private void relay(HostEnd connection, byte[] first, int count) throws IOException, InterruptedException {
        try (Wakefulness.Request request = wakefulness.begin()) {
            request.sent(first, count);
            GuestStream stream = guest.connect(ENGINE);
            stream.write(first, 0, count);
            Relay.run(new WatchedEnd(connection, request), stream);
        }
    }

    @Override
    public void close() {
        listener.close();
        try {
            // Not by an interrupt: a connection that is being accepted would be lost without being closed.
            accepting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.forEach(HostEnd::close);
    }
}
