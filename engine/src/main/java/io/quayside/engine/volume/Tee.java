package io.quayside.engine.volume;

import io.quayside.engine.files.Transfer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Writes all that is read to a second place, and says how much it was.
final class Tee extends InputStream {
    private final InputStream in;
    private final OutputStream out;
    private final Transfer transfer;
    private long bytes;

    /// Neither is closed with this.
    Tee(InputStream in, OutputStream out, Transfer transfer) {
        this.in = in;
        this.out = out;
        this.transfer = transfer;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            out.write(one);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        if (n > 0) {
            out.write(into, offset, n);
            bytes += n;
            transfer.moved(bytes);
        }
        return n;
    }
}
