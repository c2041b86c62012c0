package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogLines;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.logs.MergedLog;
import io.quayside.engine.logs.StoredLine;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps lines of several stores in one order, and tells which of them are wanted and match. What is wanted is said on
/// any thread; one virtual thread at a time does the work, and hands over what it came to.
final class Merging {
    private static final Logger LOG = LoggerFactory.getLogger(Merging.class);

    private final List<String> names;
    private final Consumer<View> done;
    private final AtomicInteger wanted = new AtomicInteger();
    private volatile List<LogStore> stores = List.of();
    private volatile Optional<LogChoice> choice = Optional.empty();
    private volatile List<RunningSearch> searches = List.of();
    private volatile boolean closed;

    // The worker's.
    private @Nullable MergedLog log;
    private Optional<LogChoice> chosen = Optional.empty();
    private List<RunningSearch> searched = List.of();
    private LineSet some = new LineSet(0);
    private long someTo;
    private LineSet found = new LineSet(0);
    private long foundTo;

    /// What there is to be shown.
    ///
    /// @param wanted empty when all lines are
    /// @param found those of them that match
    /// @param moved by how much numbers of lines are higher than in the view before
    record View(Optional<MergedLog> log, Optional<LineSet> wanted, LineSet found, long moved) {
        static final View NOTHING = new View(Optional.empty(), Optional.empty(), new LineSet(0), 0);

        LogLines lines() {
            return log.isPresent() ? log.get() : NONE;
        }
    }

    /// @param done called by the worker
    Merging(List<String> names, Consumer<View> done) {
        this.names = List.copyOf(names);
        this.done = done;
    }

    /// Merges these; those that were merged are gone through as far as they have grown.
    void merge(List<LogStore> all) {
        stores = List.copyOf(all);
        more();
    }

    void choose(LogChoice next) {
        choice = Optional.of(next);
        more();
    }

    /// @param parts one for each store, or none
    void search(List<RunningSearch> parts) {
        searches = List.copyOf(parts);
        more();
    }

    boolean isBusy() {
        return wanted.get() > 0;
    }

    void close() {
        closed = true;
    }

    /// There may be more lines, or more that match.
    void more() {
        if (wanted.getAndIncrement() == 0) {
            Thread.ofVirtual().name("log-merge").start(this::work);
        }
    }

    private void work() {
        int seen;
        do {
            seen = wanted.get();
            try {
                if (!closed && !stores.isEmpty()) {
                    done.accept(turn());
                }
            } catch (IOException e) {
                LOG.warn("Kept output couldn't be merged", e);
            }
        } while (!wanted.compareAndSet(seen, 0));
    }

    private View turn() throws IOException {
        MergedLog now = log;
        List<LogStore> all = stores;
        long moved = 0;
        if (now == null || !now.stores().equals(all)) {
            MergedLog next = new MergedLog(all, names);
            next.update();
            moved = now == null ? 0 : before(now, next);
            now = next;
            log = next;
            chooseAnew();
            searchAnew();
        } else {
            MergedLog.Change change = now.update();
            moved = -change.dropped();
            some.cut(change.from());
            someTo = Math.min(someTo, change.from());
            found.cut(change.from());
            foundTo = Math.min(foundTo, change.from());
        }
        if (!chosen.equals(choice)) {
            chooseAnew();
            searchAnew();
        }
        if (!searched.equals(searches)) {
            searchAnew();
        }
        Optional<LogChoice> which = chosen.filter(one -> !one.isAll(all.size()));
        if (which.isPresent()) {
            someTo =
                    now.select(someTo, some, (source, type, line) -> which.get().has(source, type) ? 1 : 0);
        }
        if (!searched.isEmpty()) {
            foundTo = now.select(foundTo, found, match(which, searched));
        }
        return new View(Optional.of(now), which.map(one -> some), found, moved);
    }

    private static MergedLog.Choice match(Optional<LogChoice> which, List<RunningSearch> searches) {
        return (source, type, line) -> {
            if (which.isPresent() && !which.get().has(source, type)) {
                return 0;
            }
            RunningSearch search = searches.get(source);
            boolean looked = line < search.looked(); // before it is asked for what it found until then
            int matches = search.found().matchesIn(line);
            return matches > 0 || looked ? matches : MergedLog.Choice.NOT_YET;
        };
    }

    private void chooseAnew() {
        chosen = choice;
        some = new LineSet(0);
        someTo = 0;
    }

    private void searchAnew() {
        searched = searches;
        found = new LineSet(0);
        foundTo = 0;
    }

    /// How many lines are before those that were shown.
    private static long before(MergedLog shown, MergedLog next) throws IOException {
        Optional<StoredLine> first = shown.read(0, 0);
        return first.isPresent() ? next.lineAt(first.get().timeNanos()) : 0;
    }

    /// Before there is anything.
    private static final LogLines NONE = new LogLines() {
        @Override
        public long firstLine() {
            return 0;
        }

        @Override
        public long endLine() {
            return 0;
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public List<StoredLine> read(long from, int count, int most) {
            return List.of();
        }

        @Override
        public long lineAt(long timeNanos) {
            return 0;
        }

        @Override
        public void copyTo(OutputStream out, long from, long to) {}
    };
}
