package io.quayside.desktop.state.stats;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.EngineInfo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The figures of the whole engine: what its running containers use, against what its machine has.
///
/// Containers nobody looks at are asked once in ten seconds, one after the other, on a virtual thread; the disk is
/// measured after connecting and after changes, by [DiskMeter].
final class FiguresMeter {
    private static final Logger LOG = LoggerFactory.getLogger(FiguresMeter.class);
    private static final long SWEEP_SECONDS = 10;
    private static final long TELL_SECONDS = 2;
    private static final long FRESH = TimeUnit.SECONDS.toNanos(2 * SWEEP_SECONDS + 5);
    private static final int HISTORY = (int) (60 / TELL_SECONDS);

    private final EngineMirror mirror;
    private final ScheduledExecutorService thread;
    private final Map<String, SampleRing> rings;
    private final Consumer<String> sampled;
    private final Listeners<EngineFigures> listeners = new Listeners<>();
    private final Deque<Double> history = new ArrayDeque<>(); // of the hub's thread
    private final DiskMeter disk;
    private EngineFigures told = EngineFigures.UNKNOWN; // of the hub's thread

    // Guarded by this:
    private @Nullable Engine engine;
    private @Nullable EngineInfo info;
    private boolean visible = true;
    private boolean sampleAll;
    private @Nullable Future<?> ticking;
    private @Nullable Thread sweeper;

    FiguresMeter(
            EngineMirror mirror,
            ScheduledExecutorService thread,
            Map<String, SampleRing> rings,
            Consumer<String> sampled) {
        this.mirror = mirror;
        this.thread = thread;
        this.rings = rings;
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
            while (!Thread.currentThread().isInterrupted()) {
                sweep(from);
                Thread.sleep(TimeUnit.SECONDS.toMillis(SWEEP_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (EngineException e) {
            LOG.debug("The engine's figures end", e);
        }
    }

    private void sweep(Engine from) throws EngineException {
        List<Container> running = running(mirror.snapshot());
        rings.keySet().retainAll(running.stream().map(Container::id).toList());
        if (!from.apiVersion().atLeast(1, 41)) {
            return; // no single samples before API 1.41: only those on screen count
        }
        for (Container container : running) {
            SampleRing ring = rings.computeIfAbsent(container.id(), ignored -> new SampleRing());
            boolean fresh = ring.latest()
                    .filter(sample -> System.nanoTime() - sample.atNanos() < TimeUnit.SECONDS.toNanos(5))
                    .isPresent();
            if (!fresh) {
                sample(from, container.id(), ring);
            }
        }
    }

    private void sample(Engine from, String id, SampleRing ring) throws EngineException {
        try {
            if (ring.add(from.containers().statsNow(id), System.nanoTime())) {
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
    }

    private EngineFigures figures(EngineInfo machine) {
        double cpu = 0;
        long memory = 0;
        long now = System.nanoTime();
        for (SampleRing ring : List.copyOf(rings.values())) {
            ContainerSample sample = ring.latest().orElse(null);
            if (sample != null && now - sample.atNanos() < FRESH) {
                cpu += Double.isNaN(sample.cpuPercent()) ? 0 : sample.cpuPercent();
                memory += sample.memoryUsed();
            }
        }
        int cores = (int) Math.max(1, machine.cpus());
        double percent = Math.round(cpu / cores * 10) / 10.0;
        history.addLast(percent);
        while (history.size() > HISTORY) {
            history.removeFirst();
        }
        return new EngineFigures(
                percent,
                List.copyOf(history),
                cores,
                rounded(memory),
                machine.memory(),
                disk.used(),
                disk.total(machine));
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
