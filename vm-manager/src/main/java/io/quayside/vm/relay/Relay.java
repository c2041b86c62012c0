package io.quayside.vm.relay;

import io.quayside.vm.guest.GuestStream;
import java.io.Closeable;
import java.io.IOException;

/// Copies between a connection of the host and a stream into the guest until both directions have ended, or
/// one fails.
public final class Relay {
    private static final int CHUNK = 64 << 10;

    private Relay() {}

    /// Returns when the connection is over; both ends are closed then.
    public static void run(HostEnd host, GuestStream stream) {
        Thread back = Thread.ofVirtual().name("port relay").start(() -> toHost(host, stream));
        try (host;
                stream) {
            byte[] buffer = new byte[CHUNK];
            for (int count = host.read(buffer); count >= 0; count = host.read(buffer)) {
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

    private static void toHost(HostEnd host, GuestStream stream) {
        try {
            for (byte[] data = stream.next(); data != null; data = stream.next()) {
                host.write(data);
            }
            host.endOutput();
        } catch (IOException e) {
            stream.close();
            host.close();
        }
    }

    /// Ends a thread that listens on a closed socket. The port is free only when it's over: a virtual
    /// thread that waits on a socket keeps the descriptor open until it has run on.
    public static void awaitEnd(Thread listening) {
        listening.interrupt();
        try {
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Closes what is of no use any more, whatever becomes of that.
    public static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more either way.
        }
    }
}
