package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.network.HostListener;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Puts together who has which port and who wants it.
final class PortMap {
    private final Map<PortKey, List<PortClaim>> held = new TreeMap<>();
    private final Map<PortKey, List<PortClaim>> wanted = new TreeMap<>();

    private PortMap() {}

    /// @param wants what stopped containers were created with, by their ids
    /// @param listeners programs of this computer that listen on wanted ports
    /// @param taken wanted ports on which something listens, as a connection showed
    /// @param checks what connections showed before
    static List<PortEntry> of(
            Collection<Container> containers,
            Map<String, List<PortClaim>> wants,
            List<HostListener> listeners,
            Set<PortKey> taken,
            Map<PortKey, PortCheck> checks) {
        PortMap map = new PortMap();
        for (Container container : containers) {
            if (container.isUp()) {
                PortClaim.held(container).forEach(claim -> put(map.held, claim));
            } else {
                wants.getOrDefault(container.id(), List.of()).forEach(claim -> put(map.wanted, claim));
            }
        }
        map.held.keySet().forEach(key -> map.wanted.computeIfAbsent(key, ignored -> new ArrayList<>()));
        return map.wanted.entrySet().stream()
                .map(entry -> entry(
                        entry.getKey(),
                        map.held.getOrDefault(entry.getKey(), List.of()),
                        entry.getValue(),
                        listeners,
                        taken,
                        checks))
                .toList();
    }

    private static PortEntry entry(
            PortKey key,
            List<PortClaim> holders,
            List<PortClaim> wanters,
            List<HostListener> listeners,
            Set<PortKey> taken,
            Map<PortKey, PortCheck> checks) {
        List<HostListener> others = holders.isEmpty()
                ? listeners.stream()
                        .filter(listener -> listener.port() == key.port()
                                && listener.protocol().equals(key.protocol()))
                        .toList()
                : List.of();
        boolean foreign = holders.isEmpty() && (!others.isEmpty() || taken.contains(key));
        return new PortEntry(key, holders, wanters, others, foreign, checks.getOrDefault(key, PortCheck.NONE));
    }

    private static void put(Map<PortKey, List<PortClaim>> map, PortClaim claim) {
        map.computeIfAbsent(claim.key(), ignored -> new ArrayList<>()).add(claim);
    }
}
