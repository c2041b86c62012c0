package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.LogSearch;
import io.quayside.engine.logs.LogStore;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A search that goes on with each batch of new lines. Its thread ends when it has looked at all there is.
final class RunningSearch implements LogSearching {
    private static final Logger LOG = LoggerFactory.getLogger(RunningSearch.class);

    private final LogPattern pattern;
    private final LogSearch search;
    private final Runnable changed;
    private final ReentrantLock turn;
    private final AtomicInteger wanted = new AtomicInteger();

    /// @param turn held while it searches, so that of several searches one runs at a time
    RunningSearch(LogStore store, LogPattern pattern, long from, ReentrantLock turn, Runnable changed) {
        this.turn = turn;
        this.pattern = pattern;
        this.search = new LogSearch(store, pattern, from);
        this.changed = changed;
    }

    @Override
    public LogPattern pattern() {
        return pattern;
    }

    @Override
    public LineSet found() {
        return search.found();
    }

    @Override
    public boolean isRunning() {
        return wanted.get() > 0;
    }

    /// The first line that it hasn't looked at. Any thread.
    long looked() {
        return search.looked();
    }

    @Override
    public void more() {
        if (wanted.getAndIncrement() == 0) {
            Thread.ofVirtual().name("log-search").start(this::run);
        }
    }

    private void run() {
        int seen;
        do {
            seen = wanted.get();
            turn.lock();
            try {
                search.run();
            } catch (IOException e) {
                LOG.warn("The kept output couldn't be searched", e);
            } finally {
                turn.unlock();
            }
        } while (!wanted.compareAndSet(seen, 0));
        changed.run();
    }

    @Override
    public void close() {
        search.cancel();
    }
}
