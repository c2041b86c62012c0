package io.quayside.engine.logs;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Finds lines of a store, as far as they are there; called again it goes on with those that came. One thread runs it,
/// with another one beside it when there is much to look at; any thread may cancel it.
public final class LogSearch {
    /// Lines that are looked at in one go.
    private static final int LINES = 32 * 1024;

    private final LogStore store;
    private final LogPattern pattern;
    private final LineSet found;
    private volatile boolean cancelled;
    private volatile long next;

    /// @param from the first line that is looked at
    public LogSearch(LogStore store, LogPattern pattern, long from) {
        this.store = store;
        this.pattern = pattern;
        this.next = from;
        this.found = new LineSet(from);
    }

    /// The lines that match, as they are found.
    public LineSet found() {
        return found;
    }

    /// The first line that it hasn't looked at.
    public long looked() {
        return next;
    }

    /// Ends a run soon.
    public void cancel() {
        cancelled = true;
    }

    /// Looks at all lines up to the present end. An unfinished last line counts as it is.
    ///
    /// @return whether it got to the end
    public boolean run() throws IOException {
        Run run = new Run(parts());
        SearchPart own = new SearchPart(pattern, () -> cancelled);
        if (run.parts.size() > 1) {
            SearchPart beside = new SearchPart(pattern, () -> cancelled);
            Thread helper = Thread.ofVirtual().name("log-search-beside").start(() -> run.work(beside));
            run.work(own);
            join(helper);
        } else {
            run.work(own);
        }
        run.check();
        return !cancelled;
    }

    /// It ends soon by itself; an interrupt must not end it while it reads.
    private static void join(Thread helper) {
        boolean interrupted = false;
        while (true) {
            try {
                helper.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (LogSegment segment : store.segments()) {
            long end = segment.endLine();
            for (long at = Math.max(next, segment.firstLine()); at < end; at += LINES) {
                parts.add(new Part(segment, at, Math.min(end, at + LINES)));
            }
        }
        return parts;
    }

    private record Part(LogSegment segment, long from, long to) {}

    /// One run, whose parts are worked off by two threads. Its monitor guards what they have come to.
    private final class Run {
        private final List<Part> parts;
        private final AtomicInteger taken = new AtomicInteger();
        private final Map<Integer, FoundLines> waiting = new HashMap<>();
        private int told;
        private @Nullable IOException failure;

        Run(List<Part> parts) {
            this.parts = parts;
        }

        void work(SearchPart part) {
            for (int i = taken.getAndIncrement(); i < parts.size() && !cancelled; i = taken.getAndIncrement()) {
                Part one = parts.get(i);
                try {
                    done(i, part.run(one.segment, one.from, one.to));
                } catch (ClosedChannelException e) {
                    done(i, new FoundLines()); // dropped meanwhile
                } catch (IOException e) {
                    fail(e);
                    return;
                }
            }
        }

        /// What is found is told in the order of the lines.
        private synchronized void done(int place, FoundLines hits) {
            waiting.put(place, hits);
            for (FoundLines ready = waiting.remove(told); ready != null && !cancelled; ready = waiting.remove(told)) {
                found.add(ready);
                next = parts.get(told++).to;
            }
        }

        private synchronized void fail(IOException e) {
            failure = e;
            taken.set(parts.size());
        }

        synchronized void check() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }
}
