package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.logs.LogFollower;
import io.quayside.engine.logs.LogShelf;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.logs.StoredLine;
import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the output of one container into its store while somebody looks. It keeps its place, so that the next run
/// goes
/// on where the last one ended.
///
/// Runs on a virtual thread each; a run waits until the one before has ended. Starting and stopping is for the FX
/// thread.
final class LogFeed {
    /// How a run ended.
    sealed interface End {
        /// The container stopped.
        record Done() implements End {}

        /// The engine or the connection to it failed.
        record Failed(EngineException failure) implements End {}

        /// The engine keeps this container's output where it can't read it.
        record Unreadable(String driver) implements End {}

        /// The output can't be kept.
        record DiskFailed(IOException failure) implements End {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(LogFeed.class);
    private static final int END_LINES = 200;
    private static final int MARK_BYTES = 100;

    private final LogShelf shelf;
    private final String containerId;
    private final LogFollower follower;
    private volatile LogFollower active;
    private volatile @Nullable LogStore end;
    private final ReentrantLock running = new ReentrantLock();
    private final AtomicInteger wanted = new AtomicInteger();

    LogFeed(LogShelf shelf, String containerId) {
        this.shelf = shelf;
        this.containerId = containerId;
        this.follower = new LogFollower(shelf.store(containerId), containerId);
        this.active = follower;
    }

    LogStore store() {
        return follower.store();
    }

    /// The last lines of a long log, until all of it was read.
    Optional<LogStore> end() {
        return Optional.ofNullable(end);
    }

    /// The end isn't wanted any more.
    void dropEnd() {
        if (end != null) {
            end = null;
            shelf.discard(endName());
        }
    }

    private String endName() {
        return containerId + "/end";
    }

    /// @param fresh called on the feed's thread when [#end()] is there
    /// @param ended called on the feed's thread, not after [#stop()]
    void start(Engine engine, Runnable fresh, Consumer<End> ended) {
        int mine = wanted.incrementAndGet();
        Thread.ofVirtual().name("log-feed-" + containerId).start(() -> {
            running.lock();
            try {
                if (wanted.get() == mine) {
                    End how = run(engine, fresh, mine);
                    if (wanted.get() == mine) {
                        ended.accept(how);
                    }
                }
            } finally {
                running.unlock();
            }
        });
    }

    void stop() {
        wanted.incrementAndGet();
        active.stop();
    }

    /// Puts a line between those of the container. Any thread; returns at once.
    void mark(Instant time, String text) {
        onDisk(() -> follower.mark(time, text));
    }

    /// The same behind the last line, once for each stop.
    void markStop(Instant time, String text) {
        onDisk(() -> {
            LogStore store = follower.store();
            Optional<StoredLine> last = store.read(store.endLine() - 1, MARK_BYTES);
            boolean there = last.filter(line -> line.type() == StreamType.SYSTEM
                            && new String(line.bytes(), StandardCharsets.UTF_8).startsWith("stopped "))
                    .isPresent();
            if (last.isPresent() && !there) {
                follower.mark(time, text);
            }
        });
    }

    /// Puts a line in front of what the container prints after this time. Any thread.
    void markNextRun(Instant ended, Function<Instant, String> text) {
        follower.markNextRun(ended, text);
    }

    /// The container runs again: that line comes now, unless it is there. Any thread; returns at once.
    void markRun(Instant started) {
        onDisk(() -> follower.markRun(started));
    }

    private interface DiskWork {
        void run() throws IOException;
    }

    private void onDisk(DiskWork work) {
        Thread.ofVirtual().name("log-mark-" + containerId).start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                LOG.warn("A mark couldn't be kept", e);
            }
        });
    }

    private End run(Engine engine, Runnable fresh, int mine) {
        try {
            if (follower.store().endLine() == 0) {
                readEnd(engine, fresh, mine);
            }
            follower.follow(engine.containers(), () -> wanted.get() == mine);
            return new End.Done();
        } catch (EngineException e) {
            boolean unreadable = e.engineMessage()
                    .filter(words -> words.contains("does not support reading"))
                    .isPresent();
            return unreadable ? new End.Unreadable(driver(engine)) : new End.Failed(e);
        } catch (IOException e) {
            return new End.DiskFailed(e);
        }
    }

    /// A long log is shown by its end at once. A short one is read whole as fast.
    private void readEnd(Engine engine, Runnable fresh, int mine) throws EngineException, IOException {
        LogFollower last = new LogFollower(shelf.store(endName()), containerId);
        active = last;
        try {
            last.readEnd(engine.containers(), END_LINES, () -> wanted.get() == mine);
        } finally {
            active = follower;
        }
        if (last.store().endLine() >= END_LINES && wanted.get() == mine) {
            end = last.store();
            fresh.run();
        } else {
            shelf.discard(endName());
        }
    }

    private String driver(Engine engine) {
        try {
            return engine.containers()
                    .inspect(containerId)
                    .hostConfig()
                    .logConfig()
                    .type();
        } catch (EngineException e) {
            return "another place"; // the engine has just answered; it went away in between
        }
    }
}
