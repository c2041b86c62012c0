package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.network.EngineMachine;
import io.quayside.engine.network.HostListener;
import io.quayside.engine.network.HostListeners;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one look at all ports found out.
///
/// @param wants what stopped containers were created with, by their ids
/// @param listeners programs of this computer that listen on wanted ports
/// @param taken wanted ports on which something listens
/// @param checks what connections to ports showed
record PortLook(
        Map<String, List<PortClaim>> wants,
        List<HostListener> listeners,
        Set<PortKey> taken,
        Map<PortKey, PortCheck> checks) {
    private static final Logger LOG = LoggerFactory.getLogger(PortLook.class);
    private static final int AT_A_TIME = 32;

    static final PortLook NOTHING = new PortLook(Map.of(), List.of(), Set.of(), Map.of());

    /// Asks the engine, the system, and each port. Blocks.
    ///
    /// @param before what is known already
    /// @param again whether ports are to be tried, or only read what new containers want
    static PortLook at(Engine engine, Collection<Container> containers, PortLook before, boolean again) {
        Map<String, List<PortClaim>> wants = wants(engine, containers, again ? Map.of() : before.wants);
        Set<PortKey> wanted = new HashSet<>();
        wants.values().forEach(claims -> claims.forEach(claim -> wanted.add(claim.key())));
        Set<Integer> ports = wanted.stream().map(PortKey::port).collect(Collectors.toSet());
        boolean here = isHere(engine);
        List<HostListener> listeners =
                here && !ports.isEmpty() ? HostListeners.ofThisComputer().on(ports::contains) : List.of();
        if (!again) {
            return new PortLook(wants, listeners, before.taken, before.checks);
        }
        Map<PortKey, PortCheck> checks = new ConcurrentHashMap<>();
        Set<PortKey> taken = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("port-map-", 0).factory())) {
            Semaphore places = new Semaphore(AT_A_TIME);
            String host = host(engine.endpoint());
            for (PortEntry entry : PortMap.of(containers, wants, listeners, Set.of(), Map.of())) {
                threads.execute(() -> {
                    places.acquireUninterruptibly();
                    try {
                        PortCheck check = check(entry, host);
                        checks.put(entry.key(), check);
                        if (entry.holders().isEmpty() && entry.key().isTcp() && isSomebody(check)) {
                            taken.add(entry.key());
                        }
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return new PortLook(wants, listeners, Set.copyOf(taken), Map.copyOf(checks));
    }

    private static boolean isSomebody(PortCheck check) {
        return check.kind() == PortCheck.Kind.ANSWERS || check.kind() == PortCheck.Kind.SLOW;
    }

    private static PortCheck check(PortEntry entry, String host) {
        if (!entry.key().isTcp()) {
            return entry.holders().isEmpty() && !entry.foreign()
                    ? new PortCheck(PortCheck.Kind.FREE, "Free", "No program holds it")
                    : new PortCheck(PortCheck.Kind.UNKNOWN, "Not checked", "Only TCP tells whether somebody answers");
        }
        String address = entry.addresses().stream().findFirst().orElse("");
        boolean local = host.equals("localhost");
        if (!local && PortClaim.isLoopback(address)) {
            return new PortCheck(PortCheck.Kind.UNKNOWN, "Not checked", "Only the engine’s computer reaches it");
        }
        boolean general = PortClaim.isEverywhere(address) || address.isEmpty();
        String target = local ? (general ? "127.0.0.1" : address) : host;
        String nobody = entry.claim()
                .filter(claim -> claim.container().isUp())
                .map(claim -> "Nothing listens on " + claim.inside() + " inside " + claim.name())
                .orElse("No program holds it");
        return PortProbe.of(target, entry.key().port(), nobody);
    }

    private static Map<String, List<PortClaim>> wants(
            Engine engine, Collection<Container> containers, Map<String, List<PortClaim>> known) {
        Map<String, List<PortClaim>> all = new HashMap<>();
        for (Container container : containers) {
            if (!container.isUp() && !Thread.currentThread().isInterrupted()) {
                List<PortClaim> before = known.get(container.id());
                all.put(container.id(), before == null ? read(engine, container) : before);
            }
        }
        return Map.copyOf(all);
    }

    private static List<PortClaim> read(Engine engine, Container container) {
        try {
            return PortClaim.wanted(container, engine.containers().inspect(container.id()));
        } catch (EngineException e) {
            LOG.debug("Which ports {} wants is not known", container.id(), e);
            return List.of();
        }
    }

    private static boolean isHere(Engine engine) {
        try {
            return EngineMachine.isThisComputer(engine);
        } catch (EngineException e) {
            LOG.debug("Where the engine runs is not known", e);
            return false;
        }
    }

    private static String host(EngineEndpoint endpoint) {
        return switch (endpoint) {
            case EngineEndpoint.Tcp tcp -> tcp.host();
            case EngineEndpoint.TlsTcp tls -> tls.host();
            case EngineEndpoint.Ssh ssh -> ssh.host();
            case EngineEndpoint.UnixSocket _, EngineEndpoint.NamedPipe _ -> "localhost";
        };
    }
}
