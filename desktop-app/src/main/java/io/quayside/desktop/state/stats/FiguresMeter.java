package io.quayside.desktop.state.stats;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.EngineInfo;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The figures of the whole engine: what its running containers use, against what its machine has.
///
/// Containers nobody looks at are asked once in ten seconds, new ones more often until they have figures, one after the
/// other, on a virtual thread; the disk is
/// measured after connecting and after changes, by [DiskMeter].
final class FiguresMeter {
    private static final Logger LOG = LoggerFactory.getLogger(FiguresMeter.class);
    private static final long SWEEP_SECONDS = 10;
    /// The list is painted first.
    private static final long SETTLE_MILLIS = 1_500;
    private static final long TELL_SECONDS = 2;
    private static final long FRESH = TimeUnit.SECONDS.toNanos(2 * SWEEP_SECONDS + 5);
    private static final int TRIES = 5;

    /// So long a container may run before the sums wait for its first figures.
    private static final long YOUNG = TimeUnit.SECONDS.toNanos(5);

    private final EngineMirror mirror;
    private final ScheduledExecutorService thread;
    private final Map<String, SampleRing> rings;
    private final StatsHistories histories;
    private final Consumer<String> sampled;
    private final Listeners<EngineFigures> listeners = new Listeners<>();
    private final Deque<Double> history = new ArrayDeque<>(); // of the hub's thread
    private final DiskMeter disk;
    private final Map<String, Long> seen = new HashMap<>(); // since when each runs; of the hub's thread
    private long toldAt; // of the hub's thread
    private EngineFigures told = EngineFigures.UNKNOWN; // of the hub's thread
    private final Listeners<EngineTrend> trendListeners = new Listeners<>();
    private final EngineHistory trend = new EngineHistory(); // of the hub's thread
    private final WriteRates writes = new WriteRates(); // of the hub's thread
    private final InstantSource clock;

    // Guarded by this:
    private @Nullable Engine engine;
    private @Nullable EngineInfo info;
    private @Nullable EngineEndpoint trendOf;
    private boolean visible = true;
    private boolean sampleAll;
    private @Nullable Future<?> ticking;
    private @Nullable Thread sweeper;

    FiguresMeter(
            EngineMirror mirror,
            ScheduledExecutorService thread,
            Map<String, SampleRing> rings,
            StatsHistories histories,
            Consumer<String> sampled,
            InstantSource clock) {
        this.clock = clock;
        this.mirror = mirror;
        this.thread = thread;
        this.rings = rings;
        this.histories = histories;
        this.sampled = sampled;
        this.disk = new DiskMeter(mirror);
    }

    Subscription onFigures(Consumer<EngineFigures> listener) {
        Subscription subscription = listeners.add(listener);
        thread.execute(() -> listener.accept(told));
        update();
        return () -> {
            subscription.close();
            update();
        };
    }

    /// Nothing is measured for it: it hears what is told to those of [#onFigures] anyway.
    Subscription onTrend(Consumer<EngineTrend> listener) {
        Subscription subscription = trendListeners.add(listener);
        thread.execute(() -> listener.accept(trend.trend()));
        return subscription;
    }

    synchronized void sampleAll(boolean wanted) {
        sampleAll = wanted;
        update();
    }

    synchronized void windowVisible(boolean isVisible) {
        visible = isVisible;
        update();
    }

    synchronized void attach(Engine next) {
        engine = next;
        info = null;
        if (!next.endpoint().equals(trendOf)) {
            trendOf = next.endpoint();
            thread.execute(() -> {
                trend.clear();
                trendListeners.tell(trend.trend());
            });
        }
        update();
    }

    synchronized void detach() {
        engine = null;
        info = null;
        update();
    }

    private synchronized void update() {
        Engine now = engine;
        boolean figures = now != null && visible && !listeners.isEmpty();
        boolean sweep = now != null && visible && (figures || sampleAll);
        if (sweep && sweeper == null && now != null) {
            sweeper = Thread.ofVirtual().name("stats-sweep").start(() -> sweepAll(now));
        } else if (!sweep && sweeper != null) {
            sweeper.interrupt();
            sweeper = null;
        }
        if (figures && ticking == null) {
            ticking = thread.scheduleWithFixedDelay(this::tell, 1, TELL_SECONDS, TimeUnit.SECONDS);
        } else if (!figures && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
        if (figures && now != null) {
            disk.start(now);
        } else {
            disk.stop();
        }
    }

    private void sweepAll(Engine from) {
        try {
            EngineInfo answer = from.system().info();
            synchronized (this) {
                info = answer;
            }
            Map<String, Integer> tries = new HashMap<>();
            Thread.sleep(SETTLE_MILLIS);
            while (!Thread.currentThread().isInterrupted()) {
                sweep(from, running -> true);
                for (int second = 0; second < SWEEP_SECONDS; second++) {
                    Thread.sleep(TimeUnit.SECONDS.toMillis(1));
                    // A figure of the processor takes two samples, and the sums of the engine wait for all of them.
                    sweep(from, running -> !isMeasured(running) && tries.merge(running.id(), 1, Integer::sum) <= TRIES);
                }
                tries.keySet().retainAll(rings.keySet());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (EngineException e) {
            LOG.debug("The engine's figures end", e);
        }
    }

    private void sweep(Engine from, Predicate<Container> wanted) throws EngineException {
        List<Container> running = running(mirror.snapshot());
        rings.keySet().retainAll(running.stream().map(Container::id).toList());
        if (!from.apiVersion().atLeast(1, 41)) {
            return; // no single samples before API 1.41: only those on screen are measured
        }
        for (Container container : running) {
            if (wanted.test(container) && !isFresh(container)) {
                sample(from, container.id(), rings.computeIfAbsent(container.id(), ignored -> new SampleRing()));
            }
        }
    }

    private boolean isMeasured(Container container) {
        return latest(container)
                .filter(sample -> !Double.isNaN(sample.cpuPercent()))
                .isPresent();
    }

    private boolean isFresh(Container container) {
        return isMeasured(container)
                && latest(container)
                        .filter(sample -> System.nanoTime() - sample.atNanos() < TimeUnit.SECONDS.toNanos(5))
                        .isPresent();
    }

    private Optional<ContainerSample> latest(Container container) {
        return Optional.ofNullable(rings.get(container.id())).flatMap(SampleRing::latest);
    }

    private void sample(Engine from, String id, SampleRing ring) throws EngineException {
        try {
            ContainerStats stats = from.containers().statsNow(id);
            histories.add(id, stats);
            if (ring.add(stats, System.nanoTime())) {
                sampled.accept(id);
            }
        } catch (RefusedException e) {
            LOG.debug("{} has no figures: it has ended meanwhile", id);
        }
    }

    private void tell() {
        EngineInfo machine;
        synchronized (this) {
            machine = info;
        }
        if (machine == null) {
            return;
        }
        EngineFigures next = figures(machine);
        if (!next.equals(told)) {
            told = next;
            listeners.tell(next);
        }
        if (!trendListeners.isEmpty()) {
            trendListeners.tell(trend.trend());
        }
    }

    private EngineFigures figures(EngineInfo machine) {
        double cpu = 0;
        long memory = 0;
        long now = System.nanoTime();
        MirrorSnapshot snapshot = mirror.snapshot();
        List<Container> running = running(snapshot);
        boolean whole = snapshot.containers().isPresent();
        notice(running, now);
        Map<String, SampleRing> measured = new HashMap<>();
        for (Container container : running) {
            ContainerSample sample = latest(container)
                    .filter(latest -> now - latest.atNanos() < FRESH && !Double.isNaN(latest.cpuPercent()))
                    .orElse(null);
            if (sample != null) {
                cpu += sample.cpuPercent();
                memory += sample.memoryUsed();
                Optional.ofNullable(rings.get(container.id())).ifPresent(ring -> measured.put(container.id(), ring));
            } else {
                whole &= now - seen.getOrDefault(container.id(), now) < YOUNG;
            }
        }
        int cores = (int) Math.max(1, machine.cpus());
        double percent = whole ? Math.round(cpu / cores * 10) / 10.0 : Double.NaN;
        remember(percent, now);
        double written = writes.take(measured);
        if (whole) {
            trend.add(clock.millis(), percent, (double) memory, written);
        }
        return new EngineFigures(
                percent,
                List.copyOf(history),
                cores,
                whole ? rounded(memory) : 0,
                machine.memory(),
                disk.used(),
                disk.total(machine));
    }

    /// Those that ran already when measuring began count as old: the sums wait for all of them.
    private void notice(List<Container> running, long now) {
        long first = seen.isEmpty() ? now - YOUNG : now;
        seen.keySet().retainAll(running.stream().map(Container::id).toList());
        running.forEach(container -> seen.putIfAbsent(container.id(), first));
    }

    /// Keeps the last minute. What was before a pause, while the window was hidden, is not part of it.
    private void remember(double percent, long now) {
        if (now - toldAt > TimeUnit.SECONDS.toNanos(3 * TELL_SECONDS)) {
            history.clear();
        }
        toldAt = now;
        if (!Double.isNaN(percent)) {
            history.addLast(percent);
        }
        while (history.size() > EngineFigures.HISTORY) {
            history.removeFirst();
        }
    }

    /// To what the status bar can show, so that noise doesn't repaint it.
    private static long rounded(long bytes) {
        long step = 1_000_000;
        return bytes / step * step;
    }

    private static List<Container> running(MirrorSnapshot snapshot) {
        return snapshot.containers().stream()
                .flatMap(map -> map.values().stream())
                .filter(container -> container.state() == ContainerState.RUNNING)
                .toList();
    }

    static OptionalLong positive(long value) {
        return value > 0 ? OptionalLong.of(value) : OptionalLong.empty();
    }
}
