package io.quayside.vm.idle;

import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamOpener;
import io.quayside.vm.guest.StreamTarget;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Streams into a guest for ports of the host: each wakes the machine, and it doesn't sleep while one of TCP is open.
public final class AwakeGuest implements StreamOpener {
    private final StreamOpener guest;
    private final Wakefulness wakefulness;
    private final Set<GuestStream> connections = ConcurrentHashMap.newKeySet();

    public AwakeGuest(StreamOpener guest, Wakefulness wakefulness) {
        this.guest = guest;
        this.wakefulness = wakefulness;
    }

    @Override
    public GuestStream connect(StreamTarget target) throws IOException, InterruptedException {
        wakefulness.need();
        GuestStream stream = guest.connect(target);
        if ("tcp".equals(target.fields().get("kind"))) {
            connections.add(stream);
        }
        return stream;
    }

    @Override
    public void awake() throws IOException {
        wakefulness.need();
    }

    /// Whether a connection of TCP is open.
    boolean busy() {
        connections.removeIf(stream -> !stream.isOpen());
        return !connections.isEmpty();
    }
}
