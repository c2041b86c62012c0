package io.quayside.engine.logs;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.resource.Containers;
import io.quayside.engine.stream.FrameSink;
import io.quayside.engine.stream.LogStream;
import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings what a container prints into its store: all there is, and what comes. Called again after the connection was
/// lost
/// or the container was restarted, it goes on where it was, without losing a line or having one twice.
///
/// One thread at a time may be in [#follow], while others set marks: a lock lets one of them write. Any thread may stop
/// it by [#stop()], but not by an interrupt, which would
/// close the files of the store.
public final class LogFollower {
    private final LogStore store;
    private final String containerId;
    private final LogAppender appender;
    private final FrameSink sink = new Locked();
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable LogStream stream; // guarded by this

    public LogFollower(LogStore store, String containerId) {
        this.store = store;
        this.containerId = containerId;
        this.appender = new LogAppender(store);
    }

    public LogStore store() {
        return store;
    }

    /// Puts a line into the store that the container didn't print, such as "health check failed". Any thread.
    public void mark(Instant time, String text) throws IOException {
        writing.lock();
        try {
            appender.mark(nanos(time), text);
            store.publish();
        } finally {
            writing.unlock();
        }
    }

    /// The container has ended, and may come again while the engine goes on with the same stream: a mark is put in
    /// front
    /// of the first line that it prints after this time. Any thread; doesn't block.
    ///
    /// @param text made of the time of that line
    public void markNextRun(Instant ended, Function<Instant, String> text) {
        appender.markLater(new LogAppender.Pending(
                nanos(ended),
                time -> text.apply(Instant.ofEpochSecond(
                        Math.floorDiv(time, TimeUnit.SECONDS.toNanos(1)),
                        Math.floorMod(time, TimeUnit.SECONDS.toNanos(1))))));
    }

    /// The container came again at this time, with or without a line: marks of earlier ends are put now if they weren't
    /// yet. Any thread.
    public void markRun(Instant started) throws IOException {
        writing.lock();
        try {
            if (appender.putPending(nanos(started))) {
                store.publish();
            }
        } finally {
            writing.unlock();
        }
    }

    /// Reads until the container stops, the connection breaks, or this is stopped.
    ///
    /// @param wanted asked when the engine has answered: a stop before that has nothing to close yet
    /// @throws IOException the disk doesn't take it
    public void follow(Containers containers, BooleanSupplier wanted) throws EngineException, IOException {
        LogQuery query = LogQuery.following().withTimestamps();
        long from = appender.resumeFrom();
        if (from != EngineTimes.NONE) {
            query = query.withSince(Instant.ofEpochSecond(
                    Math.floorDiv(from, TimeUnit.SECONDS.toNanos(1)),
                    Math.floorMod(from, TimeUnit.SECONDS.toNanos(1))));
        }
        read(containers, query, wanted);
    }

    /// Reads only the last lines that there are now, for a store of their own: the end of a long log can be shown
    /// before
    /// all of it was read.
    ///
    /// @param wanted as for [#follow]
    public void readEnd(Containers containers, int lines, BooleanSupplier wanted) throws EngineException, IOException {
        read(containers, LogQuery.everything().withTimestamps().withTail(lines), wanted);
    }

    private void read(Containers containers, LogQuery query, BooleanSupplier wanted)
            throws EngineException, IOException {
        writing.lock();
        try {
            appender.resume();
        } finally {
            writing.unlock();
        }
        try (LogStream open = containers.logs(containerId, query)) {
            begin(open);
            if (!wanted.getAsBoolean()) {
                return;
            }
            try (PublishedInBatches batches = new PublishedInBatches(containerId, this::publish)) {
                batches.start();
                while (open.read(sink)) {
                    batches.came();
                }
            }
            publish();
        } finally {
            publish();
            end();
        }
    }

    private void publish() throws IOException {
        writing.lock();
        try {
            appender.check();
            store.publish();
        } finally {
            writing.unlock();
        }
    }

    /// Marks may come in between.
    private final class Locked implements FrameSink {
        @Override
        public void begins(StreamType type) {
            writing.lock();
            try {
                appender.begins(type);
            } finally {
                writing.unlock();
            }
        }

        @Override
        public void frame(StreamType type, byte[] buffer, int offset, int length) {
            writing.lock();
            try {
                appender.frame(type, buffer, offset, length);
            } finally {
                writing.unlock();
            }
        }
    }

    private static long nanos(Instant time) {
        return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
    }

    private synchronized void begin(LogStream open) {
        stream = open;
    }

    private synchronized void end() {
        stream = null;
    }

    /// Ends what is read, if one does; another one may come.
    public void stop() {
        LogStream open;
        synchronized (this) {
            open = stream;
        }
        if (open != null) {
            open.close();
        }
    }
}
