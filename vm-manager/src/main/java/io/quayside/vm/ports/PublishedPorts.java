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
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.stream.EngineStream;
import io.quayside.vm.guest.EngineReturns;
import io.quayside.vm.guest.StreamOpener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the host's ports as the machine's containers publish them and as the user's rules say. One virtual
/// thread follows the engine's events and asks what is published whenever a container starts or ends; after
/// the engine was away it asks again. Thread-safe.
public final class PublishedPorts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedPorts.class);
    private static final Set<String> MATTERS =
            Set.of("start", "restart", "die", "stop", "kill", "pause", "unpause", "destroy", "rename");

    private final EngineEndpoint endpoint;
    private final PortForwards forwards;
    private final Runnable changed;
    private final EngineReturns returns = new EngineReturns();
    private final Map<String, Map<String, List<PortBinding>>> asked = new HashMap<>();
    private volatile Optional<Engine> engine = Optional.empty();
    private List<ContainerSummary> running = List.of();
    private PortSettings settings;
    private ForwardPlan plan;

    private PublishedPorts(EngineEndpoint endpoint, StreamOpener guest, PortSettings settings, Runnable changed) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.changed = changed;
        forwards = new PortForwards(guest);
        plan = ForwardPlan.ofRules(settings);
    }

    /// Begins to follow the engine of a running machine, until closed.
    ///
    /// @param changed called whenever [#forwards] may say something else, on any thread
    public static PublishedPorts follow(
            EngineEndpoint endpoint, StreamOpener guest, PortSettings settings, Runnable changed) {
        PublishedPorts ports = new PublishedPorts(endpoint, guest, settings, changed);
        Thread.ofVirtual().name("published ports").start(ports::run);
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
            } while (returns.await());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        forwards.close();
    }

    /// The stream is open before the first list is asked for, so that nothing is missed between the two.
    private void followEvents(Engine connected) throws EngineException {
        EventFilter containers = EventFilter.everything().with(EventType.CONTAINER);
        try (EngineStream<EngineEvent> events = connected.system().events(containers)) {
            look(connected);
            returns.answered();
            for (Optional<EngineEvent> event = events.next(); event.isPresent(); event = events.next()) {
                if (MATTERS.contains(event.get().action())) {
                    look(connected);
                }
            }
        }
    }

    private void look(Engine connected) throws EngineException {
        List<ContainerSummary> now = connected.containers().list(ContainerFilter.running());
        Set<String> ids = now.stream().map(ContainerSummary::id).collect(Collectors.toSet());
        Map<String, Map<String, List<PortBinding>>> known;
        synchronized (this) {
            asked.keySet().retainAll(ids);
            known = new HashMap<>(asked);
        }
        for (ContainerSummary container : now) {
            if (!known.containsKey(container.id())
                    && container.ports().stream()
                            .anyMatch(port -> port.isPublished() && Addresses.isEverywhere(port.ip()))) {
                known.put(
                        container.id(),
                        connected
                                .containers()
                                .inspect(container.id())
                                .hostConfig()
                                .networking()
                                .portBindings());
            }
        }
        synchronized (this) {
            asked.putAll(known);
            running = List.copyOf(now);
            apply();
        }
        changed.run();
    }

    /// Changes what the user says about ports; ports that stay keep their connections.
    public void change(PortSettings wanted) {
        synchronized (this) {
            settings = wanted;
            apply();
        }
        changed.run();
    }

    /// The engine was away and runs again.
    public void engineRuns() {
        returns.tell();
    }

    /// Tries those again that the host didn't give.
    public void retry() {
        synchronized (this) {
            apply();
        }
        changed.run();
    }

    private synchronized void apply() {
        if (returns.isClosed()) {
            return;
        }
        plan = ForwardPlan.of(running, id -> asked.getOrDefault(id, Map.of()), settings);
        forwards.apply(plan.entries().stream()
                .flatMap(entry -> entry.forward().stream())
                .toList());
        forwards.refused().forEach((forward, reason) -> LOG.info("{}: {}", forward.display(), reason));
    }

    /// All forwards, those of containers first.
    public synchronized List<ForwardStatus> forwards() {
        return plan.entries().stream()
                .map(entry -> entry.status(entry.forward()
                        .map(forwards::state)
                        .orElseGet(() -> new ForwardState.Waiting("The container isn't running."))))
                .toList();
    }

    /// The ports that are open on the host.
    public Set<Forward> opened() {
        return forwards.opened();
    }

    /// The ports that the host didn't give, with its reason.
    public Map<Forward, ForwardState> refused() {
        return forwards.refused();
    }

    @Override
    public void close() {
        returns.close();
        engine.ifPresent(Engine::close);
        synchronized (this) {
            forwards.close();
        }
    }
}
