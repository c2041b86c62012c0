package io.quayside.vm.share;

import io.quayside.vm.guest.GuestStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Where messages come from and answers go. One thread at a time reads, and one writes; close from any thread ends
/// both.
interface Wire extends AutoCloseable {
    /// The next bytes, in pieces of any size; absent at the end.
    byte @Nullable [] next() throws IOException;

    void send(byte[] data, int offset, int length) throws IOException;

    @Override
    void close();

    static Wire of(GuestStream stream) {
        return new Wire() {
            @Override
            public byte @Nullable [] next() throws IOException {
                return stream.next();
            }

            @Override
            public void send(byte[] data, int offset, int length) throws IOException {
                stream.write(data, offset, length);
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }
}
