package io.quayside.vm.ports;

import io.quayside.vm.guest.StreamOpener;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The ports of one machine that are open on the host. Thread-safe.
public final class PortForwards implements AutoCloseable {
    private final StreamOpener guest;
    private final PortTrouble trouble;
    private final Map<Forward, OpenForward> open = new TreeMap<>();
    private final Map<Forward, ForwardState> refused = new TreeMap<>();

    public PortForwards(StreamOpener guest) {
        this(guest, PortTrouble.ofThisComputer());
    }

    PortForwards(StreamOpener guest, PortTrouble trouble) {
        this.guest = guest;
        this.trouble = trouble;
    }

    /// Opens and closes until exactly these are open; those that stay keep their connections. One that the
    /// host refuses is tried again the next time. Of two for the same port the first one gets it.
    public synchronized void apply(Collection<Forward> wanted) {
        Set<Forward> inOrder = new LinkedHashSet<>(wanted);
        open.entrySet().removeIf(entry -> {
            boolean unwanted = !inOrder.contains(entry.getKey());
            if (unwanted) {
                entry.getValue().close();
            }
            return unwanted;
        });
        refused.clear();
        for (Forward forward : inOrder) {
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
                        case TCP -> TcpForward.open(forward, guest);
                        case UDP -> UdpForward.open(forward, guest);
                    });
        } catch (IOException e) {
            refused.put(forward, explained(forward, e));
        }
    }

    private ForwardState explained(Forward forward, IOException failure) {
        Optional<Forward> ours = open.keySet().stream()
                .filter(other -> other.protocol() == forward.protocol() && other.port() == forward.port())
                .findFirst();
        return ours.isPresent()
                ? new ForwardState.Conflict(
                        "another forward of this machine, " + ours.get().display())
                : trouble.explain(forward, failure);
    }

    /// The ports that are open.
    public synchronized Set<Forward> opened() {
        return new TreeSet<>(open.keySet());
    }

    /// The ports that the host didn't give, and why.
    public synchronized Map<Forward, ForwardState> refused() {
        return new TreeMap<>(refused);
    }

    /// How it is with a port that [#apply] was last asked for.
    synchronized ForwardState state(Forward forward) {
        ForwardState failure = refused.get(forward);
        return failure == null ? new ForwardState.Open() : failure;
    }

    @Override
    public synchronized void close() {
        open.values().forEach(OpenForward::close);
        open.clear();
    }
}
