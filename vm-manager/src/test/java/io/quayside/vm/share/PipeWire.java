package io.quayside.vm.share;

import io.quayside.vm.guest.StreamReceiver;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// One end of a connection within a test.
final class PipeWire implements Wire {
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> in;
    private final BlockingQueue<byte[]> out;

    private PipeWire(BlockingQueue<byte[]> in, BlockingQueue<byte[]> out) {
        this.in = in;
        this.out = out;
    }

    static PipeWire[] pair() {
        BlockingQueue<byte[]> up = new LinkedBlockingQueue<>();
        BlockingQueue<byte[]> down = new LinkedBlockingQueue<>();
        return new PipeWire[] {new PipeWire(up, down), new PipeWire(down, up)};
    }

    /// What the other end has sent; absent at its end.
    byte @Nullable [] next() throws IOException {
        try {
            byte[] piece = in.take();
            if (piece.length == 0) {
                in.add(END);
                return null;
            }
            return piece;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void receive(StreamReceiver receiver) {
        Thread.ofVirtual().name("test wire").start(() -> {
            try {
                for (byte[] piece = next(); piece != null; piece = next()) {
                    Runnable work = receiver.take(piece);
                    if (work != null) {
                        Thread.ofVirtual().name("test work").start(work);
                    }
                }
                receiver.ended("");
            } catch (IOException e) {
                receiver.ended(String.valueOf(e.getMessage()));
            }
        });
    }

    @Override
    public void send(byte[] data, int offset, int length) {
        out.add(Arrays.copyOfRange(data, offset, offset + length));
    }

    @Override
    public void close() {
        in.add(END);
        out.add(END);
    }
}
