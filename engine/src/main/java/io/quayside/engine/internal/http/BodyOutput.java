package io.quayside.engine.internal.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The body of a request while it is written, in chunks when its length isn't known. Collects small writes.
/// Closing it does nothing: a tar writer closes what it writes to, and the request isn't over by that.
final class BodyOutput extends OutputStream {

    private static final int PIECE = 32 * 1024;
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

    private final OutputStream out;
    private final long length;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private long written;

    /// @param length -1 when it isn't known
    BodyOutput(OutputStream out, long length) {
        this.out = out;
        this.length = length;
    }

    @Override
    public void write(int b) throws IOException {
        if (filled == PIECE) {
            flush();
        }
        piece[filled++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int count) throws IOException {
        int done = 0;
        while (done < count) {
            if (filled == PIECE) {
                flush();
            }
            int n = Math.min(count - done, PIECE - filled);
            System.arraycopy(from, offset + done, piece, filled, n);
            filled += n;
            done += n;
        }
    }

    @Override
    public void flush() throws IOException {
        if (filled == 0) {
            return;
        }
        written += filled;
        if (length < 0) {
            out.write((Integer.toHexString(filled) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(piece, 0, filled);
            out.write(LINE_END);
        } else if (written > length) {
            throw new IOException("the body is longer than the " + length + " bytes that were announced");
        } else {
            out.write(piece, 0, filled);
        }
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /// Ends the body.
    void finish() throws IOException {
        flush();
        if (length < 0) {
            out.write(LAST_CHUNK);
        } else if (written < length) {
            throw new IOException("the body has " + written + " bytes of the " + length + " that were announced");
        }
    }
}
