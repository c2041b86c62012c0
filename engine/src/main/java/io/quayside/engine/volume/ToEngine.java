package io.quayside.engine.volume;

import io.quayside.engine.stream.ContentSource;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// What is written to an engine. It knows whether a failure is the engine's: all others are of what is read, and come
/// out
/// of the call as they are.
final class ToEngine extends FilterOutputStream {
    private boolean failed;

    private ToEngine(OutputStream out) {
        super(out);
    }

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static ContentSource of(Writing writing) {
        return out -> {
            ToEngine engine = new ToEngine(out);
            try {
                writing.to(engine);
            } catch (IOException e) {
                if (engine.failed) {
                    throw e;
                }
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        boolean written = false;
        try {
            out.write(bytes, offset, length);
            written = true;
        } finally {
            failed |= !written;
        }
    }
}
