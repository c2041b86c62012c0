package io.quayside.vm.share;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.EventType;
import io.quayside.engine.stream.EngineStream;
import io.quayside.vm.guest.EngineReturns;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows which folders of the machine its containers have mounted. One virtual thread.
final class ContainerMounts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerMounts.class);
    private static final Set<String> MATTERS = Set.of("create", "start", "restart", "die", "destroy");
    private static final Set<ContainerState> USES =
            Set.of(ContainerState.CREATED, ContainerState.RUNNING, ContainerState.PAUSED, ContainerState.RESTARTING);

    private final EngineEndpoint endpoint;
    private final Consumer<Set<String>> listener;
    private final EngineReturns returns = new EngineReturns();
    private volatile Optional<Engine> engine = Optional.empty();

    private ContainerMounts(EngineEndpoint endpoint, Consumer<Set<String>> listener) {
        this.endpoint = endpoint;
        this.listener = listener;
    }

    /// @param listener is told all paths, on the following thread, at first and when they may have changed
    static ContainerMounts follow(EngineEndpoint endpoint, Consumer<Set<String>> listener) {
        ContainerMounts mounts = new ContainerMounts(endpoint, listener);
        Thread.ofVirtual().name("shared mounts").start(mounts::run);
        return mounts;
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
    }

    /// The engine was away and runs again.
    void engineRuns() {
        returns.tell();
    }

    private void followEvents(Engine connected) throws EngineException {
        EventFilter containers = EventFilter.everything().with(EventType.CONTAINER);
        try (EngineStream<EngineEvent> events = connected.system().events(containers)) {
            tell(connected);
            returns.answered();
            for (Optional<EngineEvent> event = events.next(); event.isPresent(); event = events.next()) {
                if (MATTERS.contains(event.get().action())) {
                    tell(connected);
                }
            }
        }
    }

    private void tell(Engine connected) throws EngineException {
        Set<String> paths = connected.containers().list(ContainerFilter.everything()).stream()
                .filter(container -> USES.contains(container.state()))
                .map(container -> container.mounts())
                .flatMap(Collection::stream)
                .filter(mount -> mount.type().equals("bind"))
                .map(mount -> mount.source())
                .collect(Collectors.toSet());
        if (!returns.isClosed()) {
            listener.accept(paths);
        }
    }

    @Override
    public void close() {
        returns.close();
        engine.ifPresent(Engine::close);
    }
}
