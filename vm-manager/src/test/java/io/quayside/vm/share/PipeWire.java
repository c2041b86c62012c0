package io.quayside.vm.share;

import io.quayside.vm.guest.StreamReceiver;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The server's end of a connection within a test, and what the test does at the other end.
final class PipeWire implements Wire {
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();
    private final List<byte[]> early = new ArrayList<>();
    private @Nullable StreamReceiver receiver;
    private boolean closed;

    @Override
    public synchronized void receive(StreamReceiver to) {
        receiver = to;
        early.forEach(this::hand);
        if (closed) {
            to.ended("");
        }
    }

    /// What the guest sends, a piece of any size.
    synchronized void request(byte[] piece) {
        if (receiver == null) {
            early.add(piece);
        } else {
            hand(piece);
        }
    }

    private void hand(byte[] piece) {
        Runnable work = Objects.requireNonNull(receiver).take(piece);
        if (work != null) {
            Thread.ofVirtual().name("test work").start(work);
        }
    }

    /// What the server has sent next, of any size.
    byte[] answer() throws IOException {
        try {
            byte[] piece = answers.take();
            if (piece.length == 0) {
                answers.add(END);
                throw new IOException("the server ended the session");
            }
            return piece;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void send(byte[] data, int offset, int length) {
        answers.add(Arrays.copyOfRange(data, offset, offset + length));
    }

    @Override
    public void close() {
        answers.add(END);
    }

    /// The guest lets go.
    synchronized void end() {
        closed = true;
        if (receiver != null) {
            receiver.ended("");
        }
    }
}
