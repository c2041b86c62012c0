package io.quayside.engine.volume;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Writes all that is read to a second place.
final class Tee extends InputStream {
    private final InputStream in;
    private final OutputStream out;

    /// Neither is closed with this.
    Tee(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
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
        }
        return n;
    }
}
