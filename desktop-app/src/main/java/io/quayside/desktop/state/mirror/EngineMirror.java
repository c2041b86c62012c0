package io.quayside.desktop.state.mirror;

import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.state.Throttle;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.EngineEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The last known state of everything in the engine. While connected, the engine's events keep it up to date; nothing
/// polls.
///
/// Any thread may call. Listeners are called on the mirror's own thread, one at a time, at most four times a second,
/// at once after a quiet time. Whoever paints hands the snapshot on to the FX thread.
public final class EngineMirror implements AutoCloseable {
    private static final Duration GAP = Duration.ofMillis(250);

    private final ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mirror-publish").factory());
    private final MirrorStore store = new MirrorStore();
    private final Listeners<MirrorSnapshot> listeners = new Listeners<>();
    private final Listeners<EngineEvent> eventListeners = new Listeners<>();
    private final Throttle publish = new Throttle(publisher, GAP, this::publish);
    private volatile MirrorSnapshot latest = MirrorSnapshot.EMPTY;
    private @Nullable MirrorFeed feed; // guarded by this

    /// What was last published.
    public MirrorSnapshot snapshot() {
        return latest;
    }

    /// Calls `listener` with each snapshot from now on, and first with the present one.
    public Subscription onChange(Consumer<MirrorSnapshot> listener) {
        Subscription subscription = listeners.add(listener);
        publisher.execute(() -> listener.accept(latest));
        return subscription;
    }

    /// Calls `listener` with each event that changes an object, on the thread that reads them; it must not block.
    public Subscription onEvent(Consumer<EngineEvent> listener) {
        return eventListeners.add(listener);
    }

    /// Shows a state kept from an earlier run until the engine answers.
    public void restore(MirrorSnapshot saved) {
        store.restore(saved);
        publish.request();
    }

    /// Subscribes to the events of an engine; blocks until it has answered. Nothing is read before [#follow].
    ///
    /// @param lost called once when the engine is gone, with the failure if there was one; not after [#detach()]
    public MirrorFeed open(Engine engine, Consumer<Optional<EngineException>> lost) throws EngineException {
        return new MirrorFeed(engine, store, this::changed, eventListeners::tell, (ended, cause) -> {
            if (forget(ended)) {
                lost.accept(cause);
            }
        });
    }

    /// Follows this engine from now on, and no other.
    public synchronized void follow(MirrorFeed next) {
        detach();
        feed = next;
        next.start();
    }

    /// Stops following. The last known state stays.
    public synchronized void detach() {
        if (feed != null) {
            feed.close();
            feed = null;
        }
        store.setLive(false);
        publish.request();
    }

    /// Forgets the last known state, for when another engine comes.
    public void clear() {
        store.clear();
        publish.request();
    }

    /// Asks the engine for everything again.
    public synchronized void refresh() {
        if (feed != null) {
            feed.everything();
        }
    }

    /// Asks the engine for the full facts of these containers unless they are known, because somebody looks at them.
    public synchronized void needFacts(Collection<String> ids) {
        if (feed != null) {
            List<String> coarse = store.coarse(ids);
            if (!coarse.isEmpty()) {
                feed.inspect(coarse);
            }
        }
    }

    /// The same without hurry: a few at a time, after what events ask for. For whoever has to know something about all
    /// containers that a list doesn't say.
    public synchronized void wantFacts(Collection<String> ids) {
        if (feed != null) {
            List<String> coarse = store.coarse(ids);
            if (!coarse.isEmpty()) {
                feed.want(coarse);
            }
        }
    }

    @Override
    public void close() {
        detach();
        publisher.shutdownNow();
    }

    private synchronized void changed(MirrorFeed from) {
        if (from == feed) {
            store.setLive(true);
            publish.request();
        }
    }

    private synchronized boolean forget(MirrorFeed ended) {
        if (ended != feed) {
            return false;
        }
        feed = null;
        store.setLive(false);
        publish.request();
        return true;
    }

    private void publish() {
        latest = store.snapshot();
        listeners.tell(latest);
    }
}
