package io.quayside.vm.socket;

import io.quayside.vm.idle.Wakefulness;
import io.quayside.vm.relay.HostEnd;
import java.io.IOException;

/// A connection whose every chunk from the host wakes the machine before it is passed on.
record WatchedEnd(HostEnd end, Wakefulness.Request request) implements HostEnd {
    @Override
    public int read(byte[] into) throws IOException {
        int count = end.read(into);
        if (count > 0) {
            request.sent(into, count);
        }
        return count;
    }

    @Override
    public void write(byte[] data) throws IOException {
        end.write(data);
        request.received(data);
    }

    @Override
    public void endOutput() throws IOException {
        end.endOutput();
    }

    @Override
    public void close() {
        end.close();
    }
}
