package io.quayside.vm.ports;

import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamOpener;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.relay.Relay;
import io.quayside.vm.relay.SocketEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Accepts TCP connections and relays each into the guest. One virtual thread accepts, two serve each connection.
final class TcpForward implements OpenForward {
    private final ServerSocket server = new ServerSocket();
    private final Forward forward;
    private final StreamOpener guest;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Thread accepting;

    private TcpForward(Forward forward, StreamOpener guest) throws IOException {
        this.forward = forward;
        this.guest = guest;
        accepting = Thread.ofVirtual().name("port " + forward.display()).unstarted(this::accept);
    }

    static TcpForward open(Forward forward, StreamOpener guest) throws IOException {
        TcpForward opened = new TcpForward(forward, guest);
        try {
            opened.server.setReuseAddress(true);
            opened.server.bind(new InetSocketAddress(InetAddress.getByName(forward.address()), forward.port()));
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        opened.accepting.start();
        return opened;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.add(socket);
                Thread.ofVirtual().name("port " + forward.display()).start(() -> serve(socket));
            } catch (IOException e) {
                // Closed, or a connection that was gone before it was accepted.
            }
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            GuestStream stream = guest.connect(StreamTarget.tcp(forward.guestAddress(), forward.guestPort()));
            Relay.run(new SocketEnd(socket), stream);
        } catch (IOException e) {
            Relay.closeQuietly(socket);
        } catch (InterruptedException e) {
            Relay.closeQuietly(socket);
            Thread.currentThread().interrupt();
        } finally {
            connections.remove(socket);
        }
    }

    @Override
    public void close() {
        Relay.closeQuietly(server);
        Relay.awaitEnd(accepting);
        connections.forEach(Relay::closeQuietly);
    }
}
