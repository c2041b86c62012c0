package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.LogSearch;
import io.quayside.engine.logs.LogStore;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A search that goes on with each batch of new lines. Its thread ends when it has looked at all there is.
final class RunningSearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningSearch.class);

    private final LogPattern pattern;
    private final LogStore store;
    private final LogSearch search;
    private final Runnable changed;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean running;

    RunningSearch(LogStore store, LogPattern pattern, long from, Runnable changed) {
        this.pattern = pattern;
        this.store = store;
        this.search = new LogSearch(store, pattern, from);
        this.changed = changed;
    }

    LogPattern pattern() {
        return pattern;
    }

    LineSet found() {
        return search.found();
    }

    boolean isRunning() {
        return running;
    }

    /// There are lines that weren't looked at. FX thread.

    void more() {
        if (turn.isLocked()) {
            return; // it goes on until the end
        }
        running = true;
        Thread.ofVirtual().name("log-search").start(this::run);
    }

    private void run() {
        turn.lock();
        try {
            long end;
            do {
                end = store.endLine();
            } while (search.run() && store.endLine() > end);
        } catch (IOException e) {
            LOG.warn("The kept output couldn't be searched", e);
        } finally {
            turn.unlock();
            running = false;
            changed.run();
        }
    }

    @Override
    public void close() {
        search.cancel();
    }
}
