package io.quayside.vm.ports;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.EventType;
import io.quayside.engine.model.PortMapping;
import io.quayside.engine.stream.EngineStream;
import io.quayside.vm.guest.GuestLink;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the host's ports as the machine's containers publish them. One virtual thread follows the engine's events and
/// asks
/// what is published whenever a container starts or ends; after the engine was away it asks again.
public final class PublishedPorts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedPorts.class);
    private static final Set<String> MATTERS =
            Set.of("start", "restart", "die", "stop", "kill", "pause", "unpause", "destroy");

    private final EngineEndpoint endpoint;
    private final PortForwards forwards;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<Engine> engine = Optional.empty();

    private PublishedPorts(EngineEndpoint endpoint, GuestLink link) {
        this.endpoint = endpoint;
        forwards = new PortForwards(link);
    }

    /// Begins to follow the engine of a running machine, until closed or until the link into the guest ends.
    public static PublishedPorts follow(EngineEndpoint endpoint, GuestLink link) {
        PublishedPorts ports = new PublishedPorts(endpoint, link);
        Thread.ofVirtual().name("published ports").start(ports::run);
        link.ended().thenRun(ports::close);
        return ports;
    }

    private void run() {
        try {
            do {
                try (Engine connected = EngineFactory.open(endpoint)) {
                    engine = Optional.of(connected);
                    followEvents(connected);
                } catch (EngineException e) {
                    LOG.debug("The engine is away: {}", e.getMessage());
                }
            } while (!closed.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forwards.close();
    }

    /// The stream is open before the first list is asked for, so that nothing is missed between the two.
    private void followEvents(Engine connected) throws EngineException {
        EventFilter containers = EventFilter.everything().with(EventType.CONTAINER);
        try (EngineStream<EngineEvent> events = connected.system().events(containers)) {
            apply(connected);
            for (Optional<EngineEvent> event = events.next(); event.isPresent(); event = events.next()) {
                if (MATTERS.contains(event.get().action())) {
                    apply(connected);
                }
            }
        }
    }

    private void apply(Engine connected) throws EngineException {
        Set<Forward> wanted = wanted(connected.containers().list(ContainerFilter.running()));
        if (closed.getCount() > 0) {
            forwards.apply(wanted);
            forwards.refused().forEach((forward, reason) -> LOG.info("{}: {}", forward.display(), reason));
        }
    }

    /// The forwards for what these containers publish. An engine lists a port that is open everywhere twice, for IPv4
    /// and
    /// IPv6; the host opens it once, for both.
    static Set<Forward> wanted(Collection<ContainerSummary> containers) {
        Set<Forward> wanted = new TreeSet<>();
        for (ContainerSummary container : containers) {
            for (PortMapping port : container.ports()) {
                forward(port).ifPresent(wanted::add);
            }
        }
        return wanted;
    }

    static Optional<Forward> forward(PortMapping port) {
        if (!port.isPublished()) {
            return Optional.empty();
        }
        String address = port.ip().isEmpty() || port.ip().equals("::") ? "0.0.0.0" : port.ip();
        return switch (port.type().toLowerCase(Locale.ROOT)) {
            case "tcp" -> Optional.of(new Forward(Forward.Protocol.TCP, address, port.publicPort(), port.publicPort()));
            case "udp" -> Optional.of(new Forward(Forward.Protocol.UDP, address, port.publicPort(), port.publicPort()));
            default -> Optional.empty();
        };
    }

    /// The ports that are open on the host.
    public Set<Forward> opened() {
        return forwards.opened();
    }

    /// The ports that the host didn't give, with its reason.
    public Map<Forward, String> refused() {
        return forwards.refused();
    }

    @Override
    public void close() {
        closed.countDown();
        engine.ifPresent(Engine::close);
        forwards.close();
    }
}
