package io.quayside.desktop.state.stats;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.state.Throttle;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Live figures of containers: streams for those that somebody looks at, a rare sample of the others while the figures
/// of the whole engine or an order by figures needs them. While the window is hidden nothing is measured.
///
/// Any thread may call. Listeners are called on the hub's own thread, at most once a second, and only when something
/// changed that can be seen.
public final class StatsHub implements AutoCloseable {
    private static final Duration GAP = Duration.ofSeconds(1);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("stats-publish").factory());
    private final Listeners<Map<String, StatsSeries>> listeners = new Listeners<>();
    private final Throttle publish = new Throttle(thread, GAP, this::publish);
    private final List<StatsInterest> interests = new CopyOnWriteArrayList<>();
    private final Map<String, SampleRing> rings = new ConcurrentHashMap<>();
    private final StatsHistories histories = new StatsHistories(InstantSource.system());
    private final Set<String> dirty = ConcurrentHashMap.newKeySet();
    private final Map<String, StatsStream> streams = new HashMap<>(); // guarded by this
    private final StatsPace pace = new StatsPace();
    private final FiguresMeter meter;
    private @Nullable Engine engine; // guarded by this
    private boolean visible = true; // guarded by this

    public StatsHub(EngineMirror mirror) {
        meter = new FiguresMeter(mirror, thread, rings, histories, this::sampled, InstantSource.system());
    }

    /// A new viewer, interested in nothing yet.
    public StatsInterest interest() {
        StatsInterest interest = new StatsInterest(this);
        interests.add(interest);
        return interest;
    }

    /// Calls `listener` with the series that changed, by container id.
    public Subscription onChange(Consumer<Map<String, StatsSeries>> listener) {
        return listeners.add(listener);
    }

    /// The last minute of a container, as far as it was measured.
    public Optional<StatsSeries> series(String id) {
        return Optional.ofNullable(rings.get(id)).flatMap(SampleRing::series);
    }

    /// What was measured of a container since a time, within the last hour; it is kept beyond its end and lost
    /// connections.
    public StatsWindow history(String id, Instant since) {
        return histories.since(id, since);
    }

    /// How many containers are being read continually.
    public synchronized int openStreams() {
        return streams.size();
    }

    /// The figures of the whole engine, measured while somebody listens and the window is visible.
    public Subscription onFigures(Consumer<EngineFigures> listener) {
        return meter.onFigures(listener);
    }

    /// The last quarter of an hour of the engine's figures, first as it is now, then with each new point. It is kept
    /// while somebody listens to [#onFigures] and the window is visible, and measures nothing by itself.
    public Subscription onTrend(Consumer<EngineTrend> listener) {
        return meter.onTrend(listener);
    }

    /// Whether all running containers are sampled now and then, because an order depends on their figures.
    public void sampleAll(boolean wanted) {
        meter.sampleAll(wanted);
    }

    /// The window became visible or hidden.
    public void windowVisible(boolean isVisible) {
        synchronized (this) {
            visible = isVisible;
        }
        meter.windowVisible(isVisible);
        interestChanged();
    }

    /// Measures this engine from now on.
    public void attach(Engine next) {
        synchronized (this) {
            engine = next;
        }
        meter.attach(next);
        interestChanged();
    }

    /// Ends all streams; the last figures are forgotten.
    public void detach() {
        synchronized (this) {
            engine = null;
        }
        meter.detach();
        interestChanged();
        rings.clear();
    }

    @Override
    public void close() {
        detach();
        thread.shutdownNow();
    }

    void add(StatsInterest interest) {
        if (!interests.contains(interest)) {
            interests.add(interest);
            interestChanged();
        }
    }

    void remove(StatsInterest interest) {
        interests.remove(interest);
        interestChanged();
    }

    synchronized void interestChanged() {
        Set<String> wanted = new HashSet<>();
        if (engine != null && visible) {
            interests.forEach(interest -> wanted.addAll(interest.ids()));
        }
        for (Map.Entry<String, StatsStream> open : List.copyOf(streams.entrySet())) {
            if (!wanted.remove(open.getKey())) {
                streams.remove(open.getKey());
                open.getValue().close();
            }
        }
        for (String id : wanted) {
            open(engine, id);
        }
    }

    private void open(@Nullable Engine from, String id) {
        if (from == null) {
            return;
        }
        SampleRing ring = rings.computeIfAbsent(id, ignored -> new SampleRing());
        StatsStream[] self = new StatsStream[1];
        StatsStream stream = new StatsStream(
                from,
                id,
                pace,
                stats -> {
                    histories.add(id, stats);
                    if (ring.add(stats, System.nanoTime())) {
                        sampled(id);
                    }
                },
                () -> ended(id, self[0]));
        self[0] = stream;
        streams.put(id, stream);
        stream.start();
    }

    private synchronized void ended(String id, StatsStream stream) {
        streams.remove(id, stream);
    }

    private void sampled(String id) {
        dirty.add(id);
        publish.request();
    }

    private void publish() {
        Map<String, StatsSeries> changed = new HashMap<>();
        for (String id : Set.copyOf(dirty)) {
            dirty.remove(id);
            series(id).ifPresent(series -> changed.put(id, series));
        }
        if (!changed.isEmpty()) {
            listeners.tell(changed);
        }
    }
}
