package io.quayside.vm.ports;

import io.quayside.vm.guest.GuestStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// Copies between a connection of the host and a stream into the guest until both directions have ended, or one fails.
final class Relay {
    private static final int CHUNK = 64 << 10;

    private Relay() {}

    /// Returns when the connection is over; both ends are closed then.
    static void run(Socket socket, GuestStream stream) {
        Thread back = Thread.ofVirtual().name("port relay").start(() -> toHost(socket, stream));
        try (socket;
                stream) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[CHUNK];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                stream.write(buffer, 0, count);
            }
            stream.endOutput();
            back.join();
        } catch (IOException e) {
            // One side is gone; closing tells the other.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void toHost(Socket socket, GuestStream stream) {
        try {
            for (byte[] data = stream.next(); data != null; data = stream.next()) {
                socket.getOutputStream().write(data);
            }
            socket.shutdownOutput();
        } catch (IOException e) {
            stream.close();
            closeQuietly(socket);
        }
    }

    /// Ends a thread that listens on a closed socket. The port is free only when it's over: a virtual thread that waits
    /// on
    /// a socket keeps the descriptor open until it has run on.
    static void awaitEnd(Thread listening) {
        listening.interrupt();
        try {
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void closeQuietly(java.io.Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
