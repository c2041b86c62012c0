package io.quayside.engine.logs;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.resource.Containers;
import io.quayside.engine.stream.LogStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Brings what a container prints into its store: all there is, and what comes. Called again after the connection was
/// lost
/// or the container was restarted, it goes on where it was, without losing a line or having one twice.
///
/// One thread at a time may be in [#follow]; any thread may stop it by [#stop()], but not by an interrupt, which would
/// close the files of the store.
public final class LogFollower {
    private final LogStore store;
    private final String containerId;
    private final LogAppender appender;
    private @Nullable LogStream stream; // guarded by this

    public LogFollower(LogStore store, String containerId) {
        this.store = store;
        this.containerId = containerId;
        this.appender = new LogAppender(store);
    }

    public LogStore store() {
        return store;
    }

    /// Puts a line into the store that the container didn't print, such as "restarted". Not while [#follow] runs.
    public void mark(Instant time, String text) throws IOException {
        appender.mark(nanos(time), text.getBytes(StandardCharsets.UTF_8));
        store.publish();
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
        appender.resume();
        try (LogStream open = containers.logs(containerId, query)) {
            begin(open);
            if (!wanted.getAsBoolean()) {
                return;
            }
            while (open.read(appender)) {
                appender.check();
                store.publish();
            }
            appender.check();
        } finally {
            store.publish();
            end();
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
