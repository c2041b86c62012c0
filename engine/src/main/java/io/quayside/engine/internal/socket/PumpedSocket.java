package io.quayside.engine.internal.socket;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/// A socket over a [ByteStream]: a thread of its own reads ahead into a queue, and the queue has the timeouts,
/// interrupts and closing that the stream lacks. That thread is a platform thread, since its reads block in
/// native code; it ends with the stream.
public final class PumpedSocket extends StreamSocket {

    private static final int READ_AHEAD = 64 * 1024;
    private static final int PIECE = 16 * 1024;

    private final String name;
    private final ByteStream.Opener opener;
    private final ByteQueue queue = new ByteQueue(READ_AHEAD);
    private volatile @Nullable ByteStream stream;

    PumpedSocket(String name, ByteStream.Opener opener) throws SocketException {
        this.name = name;
        this.opener = opener;
    }

    @Override
    void open(int timeoutMillis) throws IOException {
        ByteStream opened = opener.open();
        stream = opened;
        if (isClosed()) {
            opened.close();
            throw new SocketException("Socket closed");
        }
        Thread.ofPlatform().daemon().name("quayside-pump-" + name).start(() -> pump(opened));
    }

    private void pump(ByteStream from) {
        byte[] piece = new byte[PIECE];
        IOException failure = null;
        try {
            int n = from.read(piece, 0, piece.length);
            while (n >= 0 && queue.put(piece, 0, n)) {
                n = from.read(piece, 0, piece.length);
            }
        } catch (InterruptedException e) {
            failure = new InterruptedIOException("The thread that reads from " + name + " was interrupted");
        } catch (IOException e) {
            failure = e;
        }
        queue.end(failure);
    }

    @Override
    int read(byte[] into, int offset, int length) throws IOException {
        try {
            return queue.take(into, offset, length, getSoTimeout());
        } catch (ClosedByInterruptException e) {
            close();
            throw e;
        }
    }

    @Override
    void write(byte[] from, int offset, int length) throws IOException {
        opened().write(from, offset, length);
    }

    @Override
    void endOutput() throws IOException {
        opened().endOutput();
    }

    @Override
    public boolean readable() {
        return queue.readable();
    }

    @Override
    void release() throws IOException {
        queue.close();
        ByteStream s = stream;
        if (s != null) {
            s.close();
        }
    }

    private ByteStream opened() throws SocketException {
        ByteStream s = stream;
        if (s == null) {
            throw new SocketException("Not connected");
        }
        return s;
    }

    @Override
    public String toString() {
        return name;
    }
}
