package io.quayside.vm.guest;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/// Takes frames off the control port. Used by one thread.
final class FrameReader {
    private final ReadableByteChannel in;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(2 * (Frame.MAX_PAYLOAD + Frame.HEADER)).limit(0);

    FrameReader(ReadableByteChannel in) {
        this.in = in;
    }

    /// Skips what the guest still sent to an earlier host, up to and with the answer to our hello.
    void seekHello(byte[] nonce) throws IOException {
        ByteBuffer wanted = ByteBuffer.allocate(Frame.HEADER + nonce.length);
        new Frame(Frame.Kind.HELLO, 0, nonce).encode(wanted);
        byte[] pattern = wanted.array();
        while (true) {
            need(pattern.length);
            for (int at = buffer.position(); at + pattern.length <= buffer.limit(); at++) {
                if (Arrays.equals(buffer.array(), at, at + pattern.length, pattern, 0, pattern.length)) {
                    buffer.position(at + pattern.length);
                    return;
                }
            }
            buffer.position(buffer.limit() - pattern.length + 1);
        }
    }

    Frame next() throws IOException {
        need(Frame.HEADER);
        short magic = buffer.getShort();
        Frame.Kind kind = Frame.Kind.numbered(buffer.get());
        int zero = buffer.get();
        int stream = buffer.getInt();
        int length = buffer.getInt();
        if (magic != Frame.MAGIC || zero != 0 || kind == null || length < 0 || length > Frame.MAX_PAYLOAD) {
            throw new IOException("the guest sent something that is no frame");
        }
        need(length);
        byte[] payload = new byte[length];
        buffer.get(payload);
        return new Frame(kind, stream, payload);
    }

    private void need(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        buffer.compact();
        try {
            while (buffer.position() < bytes) {
                if (in.read(buffer) < 0) {
                    throw new EOFException("the machine closed its control port");
                }
            }
        } finally {
            buffer.flip();
        }
    }
}
