package io.quayside.vm.share;

import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamReceiver;
import java.io.IOException;

/// Where messages come from and answers go. One thread at a time sends; close from any thread ends both.
interface Wire extends AutoCloseable {
    /// Has all that comes handed to it, from now on.
    void receive(StreamReceiver receiver) throws IOException;

    void send(byte[] data, int offset, int length) throws IOException;

    @Override
    void close();

    /// @param room how many bytes of requests may be under way
    static Wire of(GuestStream stream, int room) {
        return new Wire() {
            @Override
            public void receive(StreamReceiver receiver) throws IOException {
                stream.receiveWith(receiver, room);
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
