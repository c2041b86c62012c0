package io.quayside.desktop.state.stats;

import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.BuildCacheEntry;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EngineInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much of the disk the engine uses. Measuring makes the engine walk its files, so it is done once after connecting
/// and then only after an event that changes it, at most twice a minute.
final class DiskMeter {
    private static final Logger LOG = LoggerFactory.getLogger(DiskMeter.class);
    private static final long GAP_MILLIS = 30_000;
    private static final Set<String> CHANGES =
            Set.of("pull", "load", "import", "delete", "untag", "destroy", "die", "create", "prune", "commit");

    private final EngineMirror mirror;
    private volatile OptionalLong used = OptionalLong.empty();
    private volatile @Nullable Engine engine;

    // Guarded by this:
    private boolean changed;
    private @Nullable Thread worker;
    private @Nullable Subscription events;

    DiskMeter(EngineMirror mirror) {
        this.mirror = mirror;
    }

    OptionalLong used() {
        return used;
    }

    /// Bytes on the file system that holds the engine's data, when that is on this computer.
    OptionalLong total(EngineInfo machine) {
        Engine now = engine;
        if (now == null
                || !(now.endpoint() instanceof EngineEndpoint.UnixSocket)
                || machine.rootFolder().isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            Path folder = Path.of(machine.rootFolder());
            return FiguresMeter.positive(Files.getFileStore(folder).getTotalSpace());
        } catch (IOException e) {
            return OptionalLong.empty(); // another machine behind the socket, or no right to look
        }
    }

    /// Measures this engine until [#stop()]; does nothing while it measures already.
    synchronized void start(Engine next) {
        if (worker != null) {
            return;
        }
        engine = next;
        changed = true;
        events = mirror.onEvent(this::noted);
        worker = Thread.ofVirtual().name("disk-usage").start(() -> measure(next));
    }

    synchronized void stop() {
        engine = null;
        if (worker != null) {
            worker.interrupt();
            worker = null;
        }
        if (events != null) {
            events.close();
            events = null;
        }
    }

    private synchronized void noted(EngineEvent event) {
        if (CHANGES.contains(event.action())) {
            changed = true;
            notifyAll();
        }
    }

    private synchronized void awaitChange() throws InterruptedException {
        while (!changed) {
            wait();
        }
        changed = false;
    }

    private void measure(Engine from) {
        try {
            while (true) {
                awaitChange();
                used = OptionalLong.of(total(from.system().diskUsage()));
                Thread.sleep(GAP_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (EngineException e) {
            LOG.info("The engine's disk can't be measured: {}", e.toString());
        }
    }

    private static long total(DiskUsage usage) {
        long total = usage.layersSize();
        total += usage.containers().stream()
                .mapToLong(container -> container.sizeRw().orElse(0))
                .sum();
        total += usage.volumes().stream()
                .mapToLong(volume -> Math.max(0, volume.size().orElse(0)))
                .sum();
        total += usage.buildCache().stream().mapToLong(BuildCacheEntry::size).sum();
        return total;
    }
}
