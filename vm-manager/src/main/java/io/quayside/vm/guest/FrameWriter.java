package io.quayside.vm.guest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.concurrent.locks.ReentrantLock;

/// Puts frames on the control port, each whole. Used by any number of threads.
final class FrameWriter {
    private final WritableByteChannel out;
    private final ReentrantLock lock = new ReentrantLock();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(Frame.HEADER + Frame.MAX_PAYLOAD);

    FrameWriter(WritableByteChannel out) {
        this.out = out;
    }

    void write(Frame frame) throws IOException {
        write(frame.kind(), frame.stream(), frame.payload(), 0, frame.payload().length);
    }

    void write(Frame.Kind kind, int stream, byte[] data, int offset, int length) throws IOException {
        lock.lock();
        try {
            buffer.clear();
            Frame.header(buffer, kind, stream, length);
            buffer.put(data, offset, length).flip();
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Fills whatever frame the guest may be in the middle of, so that the next hello is seen.
    void pad() throws IOException {
        lock.lock();
        try {
            for (ByteBuffer zeros = ByteBuffer.allocate(Frame.HEADER + Frame.MAX_PAYLOAD); zeros.hasRemaining(); ) {
                out.write(zeros);
            }
        } finally {
            lock.unlock();
        }
    }
}
