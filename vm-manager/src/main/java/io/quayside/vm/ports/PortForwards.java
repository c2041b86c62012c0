package io.quayside.vm.ports;

import io.quayside.vm.guest.GuestLink;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The ports of one machine that are open on the host. Thread-safe.
public final class PortForwards implements AutoCloseable {
    private final GuestLink link;
    private final Map<Forward, OpenForward> open = new TreeMap<>();
    private final Map<Forward, String> refused = new TreeMap<>();

    public PortForwards(GuestLink link) {
        this.link = link;
    }

    /// Opens and closes until exactly these are open; those that stay keep their connections. One that the host refuses
    /// is
    /// tried again the next time.
    public synchronized void apply(Collection<Forward> wanted) {
        Set<Forward> sorted = new TreeSet<>(wanted);
        open.entrySet().removeIf(entry -> {
            boolean unwanted = !sorted.contains(entry.getKey());
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
        refused.clear();
        for (Forward forward : sorted) {
            if (!open.containsKey(forward)) {
                open(forward);
            }
        }
    }

    private void open(Forward forward) {
        try {
            open.put(
                    forward,
                    switch (forward.protocol()) {
                        case TCP -> TcpForward.open(forward, link);
                        case UDP -> UdpForward.open(forward, link);
                    });
        } catch (IOException e) {
            refused.put(forward, String.valueOf(e.getMessage()));
        }
    }

    /// The ports that are open.
    public synchronized Set<Forward> opened() {
        return new TreeSet<>(open.keySet());
    }

    /// The ports that the host didn't give, with its reason: taken by another program, or not allowed for this user.
    public synchronized Map<Forward, String> refused() {
        return new TreeMap<>(refused);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(OpenForward::close);
        open.clear();
    }
}
