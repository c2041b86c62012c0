package io.quayside.engine.volume;

import io.quayside.engine.files.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Writes all that is read to a second place, but only once more is asked for: who reads has looked at all of it by
/// then, and refuses by not reading on.
final class Behind extends InputStream {
    private final InputStream in;
    private final OutputStream out;
    private final Transfer transfer;
    private byte[] held = new byte[0];
    private int length;
    private long bytes;

    /// What was read couldn't be written.
    static final class Unwritten extends IOException {
        private static final long serialVersionUID = 1;

        private final IOException why;

        Unwritten(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /// Neither is closed with this.
    Behind(InputStream in, OutputStream out, Transfer transfer) {
        this.in = in;
        this.out = out;
        this.transfer = transfer;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        release();
        int n = in.read(into, offset, wanted);
        if (n > 0) {
            if (held.length < n) {
                held = Arrays.copyOfRange(into, offset, offset + n);
            } else {
                System.arraycopy(into, offset, held, 0, n);
            }
            length = n;
        }
        return n;
    }

    private void release() throws IOException {
        if (length == 0) {
            return;
        }
        int n = length;
        length = 0;
        try {
            out.write(held, 0, n);
        } catch (IOException e) {
            throw new Unwritten(e);
        }
        bytes += n;
        transfer.moved(bytes);
    }
}
