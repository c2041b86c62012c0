package io.quayside.desktop.state.mirror;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.model.ContainerReader;
import io.quayside.engine.Engine;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.EventType;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.stream.EngineStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a store up to date over one connection: reads the events, and asks the engine for what they name.
///
/// Two virtual threads: the reader takes events off the stream and only notes them, the refresher asks and writes the
/// store. The event stream is open before the first list is asked for, so nothing that happens meanwhile is missed.
public final class MirrorFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MirrorFeed.class);

    /// From so many changed containers on, one list costs the engine less than single inspections.
    private static final int LIST_FROM = 24;

    /// A pause between rounds, so that a container that changes all the time doesn't keep the engine busy.
    private static final long PAUSE_MILLIS = 20;

    private final Engine engine;
    private final MirrorStore store;
    private final Consumer<MirrorFeed> changed;
    private final Consumer<EngineEvent> heard;
    private final BiConsumer<MirrorFeed, Optional<EngineException>> lost;
    private final PendingChanges pending = new PendingChanges();
    private final EventFacts facts = new EventFacts();
    private final EngineStream<EngineEvent> events;
    private final AtomicBoolean over = new AtomicBoolean();

    /// Opens the event stream; nothing is read before [#start()].
    ///
    /// @param changed the store has changed
    /// @param heard called with each event that changes something, on the reader
    /// @param lost called once if the connection ends without [#close()], with the failure if there was one
    MirrorFeed(
            Engine engine,
            MirrorStore store,
            Consumer<MirrorFeed> changed,
            Consumer<EngineEvent> heard,
            BiConsumer<MirrorFeed, Optional<EngineException>> lost)
            throws EngineException {
        this.engine = engine;
        this.store = store;
        this.changed = changed;
        this.heard = heard;
        this.lost = lost;
        this.events = engine.system()
                .events(EventFilter.everything()
                        .with(EventType.CONTAINER)
                        .with(EventType.IMAGE)
                        .with(EventType.VOLUME)
                        .with(EventType.NETWORK));
    }

    void start() {
        pending.everything();
        Thread.ofVirtual().name("mirror-events").start(this::readEvents);
        Thread.ofVirtual().name("mirror-refresh").start(this::refresh);
    }

    void inspect(List<String> ids) {
        pending.inspect(ids);
    }

    void want(List<String> ids) {
        pending.want(ids);
    }

    void everything() {
        pending.everything();
    }

    /// Ends the event stream. The store keeps what it has.
    @Override
    public void close() {
        over.set(true);
        events.close();
        pending.end();
    }

    private void readEvents() {
        try {
            for (Optional<EngineEvent> next = events.next(); next.isPresent(); next = events.next()) {
                EngineEvent event = next.get();
                if (event.type() == EventType.CONTAINER) {
                    facts.note(event);
                }
                if (pending.note(event)) {
                    heard.accept(event);
                }
            }
            end(Optional.empty());
        } catch (EngineException e) {
            end(Optional.of(e));
        }
    }

    private void refresh() {
        try {
            PendingChanges.Round round = pending.take();
            listContainers(id -> false);
            changed.accept(this);
            while (!over.get()) {
                work(round);
                Thread.sleep(PAUSE_MILLIS);
                round = pending.take();
                if (!over.get() && round.allContainers()) {
                    listContainers(round);
                }
            }
        } catch (EngineException e) {
            end(Optional.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listContainers(PendingChanges.Round round) throws EngineException {
        listContainers(id -> !round.containers().contains(id));
        changed.accept(this);
    }

    private void listContainers(Predicate<String> unchanged) throws EngineException {
        Instant now = Instant.now();
        List<Container> list = engine.containers().list(ContainerFilter.everything()).stream()
                .map(summary -> complete(ContainerReader.of(summary, now)))
                .toList();
        store.containers(list, unchanged);
    }

    /// Everything of a round but the full list, which came first.
    private void work(PendingChanges.Round round) throws EngineException {
        round.gone().forEach(store::removeContainer);
        if (!round.allContainers()) {
            containers(round);
        }
        if (!round.gone().isEmpty() || !round.containers().isEmpty()) {
            changed.accept(this);
        }
        others(round);
        wanted(round);
    }

    private void containers(PendingChanges.Round round) throws EngineException {
        if (round.containers().size() >= LIST_FROM) {
            listContainers(id -> !round.containers().contains(id));
            return;
        }
        for (String id : round.containers()) {
            inspect(id);
        }
    }

    /// Those that somebody looks at or wants. What was inspected meanwhile isn't asked for again.
    private void wanted(PendingChanges.Round round) throws EngineException {
        List<String> coarse = store.coarse(round.wanted());
        for (String id : coarse) {
            inspect(id);
        }
        if (!coarse.isEmpty()) {
            changed.accept(this);
        }
    }

    private void inspect(String id) throws EngineException {
        try {
            store.container(complete(ContainerReader.of(engine.containers().inspect(id))));
        } catch (NotFoundException e) {
            facts.forget(id);
            store.removeContainer(id);
        } catch (RefusedException e) {
            LOG.warn("The engine can't inspect container {}; its last known state stays", id, e);
        }
    }

    private void others(PendingChanges.Round round) throws EngineException {
        if (round.images()) {
            attempt("images", () -> store.images(engine.images().list(ImageFilter.everything())));
        }
        if (round.volumes()) {
            attempt("volumes", () -> store.volumes(engine.volumes().list(Filters.none())));
        }
        if (round.networks()) {
            attempt("networks", () -> store.networks(engine.networks().list(Filters.none())));
        }
    }

    private interface Listing {
        void run() throws EngineException;
    }

    /// An engine that can't list one kind (a broken image store, an old Podman) still shows the others.
    private void attempt(String kind, Listing listing) throws EngineException {
        try {
            listing.run();
            changed.accept(this);
        } catch (RefusedException e) {
            LOG.warn("The engine can't list its {}", kind, e);
        }
    }

    private Container complete(Container container) {
        return container.withRun(facts.complete(container.id(), container.run()));
    }

    private void end(Optional<EngineException> cause) {
        if (over.compareAndSet(false, true)) {
            events.close();
            pending.end();
            lost.accept(this, cause.filter(e -> !(e instanceof CancelledException)));
        }
    }
}
