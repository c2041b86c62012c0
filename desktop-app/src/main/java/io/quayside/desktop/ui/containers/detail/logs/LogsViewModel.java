package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.Engine;
import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.logs.StoredLine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.regex.PatternSyntaxException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the Logs tab shows of one container. FX thread; a feed brings lines into the store, a search finds them, each
/// on
/// a thread of its own, and both come here at most once in 60 ms.
final class LogsViewModel extends ViewLifecycle implements LogRows {
    private static final Duration BATCH = Duration.ofMillis(60);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ContainersParts parts;
    private final LogFeeds feeds;
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final BooleanProperty onlyMatches = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> fault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private @Nullable LogFeed feed;
    private @Nullable ContainerLine container;
    private @Nullable RunningSearch search;
    private Optional<Instant> ranFor = Optional.empty();
    private boolean fed;
    private boolean feeding;
    private long from;
    private long hit = -1;
    private LongConsumer moved = by -> {};

    LogsViewModel(ContainersParts parts, LogFeeds feeds) {
        this.parts = parts;
        this.feeds = feeds;
        query.subscribe((before, now) -> searchAnew());
        regex.subscribe((before, now) -> searchAnew());
        onlyMatches.subscribe((before, now) -> changed());
    }

    StringProperty queryProperty() {
        return query;
    }

    BooleanProperty regexProperty() {
        return regex;
    }

    BooleanProperty onlyMatchesProperty() {
        return onlyMatches;
    }

    /// Grows each time that something else is to be painted.
    ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// Why there are no lines and won't be any.
    ReadOnlyObjectProperty<Optional<String>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// What is wrong with the regular expression.
    ReadOnlyObjectProperty<Optional<String>> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    Optional<LogStore> store() {
        return Optional.ofNullable(feed).map(LogFeed::store);
    }

    /// What is shown: the store, or at first the end of a long log.
    private Optional<LogStore> source() {
        return feed == null ? Optional.empty() : feed.end().or(this::store);
    }

    @Override
    public boolean numbered() {
        return feed == null || feed.end().isEmpty();
    }

    /// All of a long log was read, so that its end is shown with what is before it.
    private void caughtUp() {
        LogFeed mine = feed;
        Optional<LogStore> end = mine == null ? Optional.empty() : mine.end();
        if (mine == null || end.isEmpty()) {
            return;
        }
        try {
            LogStore all = mine.store();
            Optional<StoredLine> first = end.get().read(0, 0);
            Optional<StoredLine> last = end.get().read(end.get().endLine() - 1, 0);
            Optional<StoredLine> now = all.read(all.endLine() - 1, 0);
            boolean there = now.isPresent()
                    && last.isPresent()
                    && now.get().timeNanos() >= last.get().timeNanos();
            if (there && first.isPresent()) {
                long by = all.lineAt(first.get().timeNanos()) - all.firstLine();
                mine.dropEnd();
                moved.accept(by);
            }
        } catch (IOException e) {
            mine.dropEnd(); // the files are being closed at the end of the program
        }
    }

    private void dropEnd() {
        if (feed != null) {
            feed.dropEnd();
        }
    }

    /// Calls `listener` with the number of rows by which all lines moved down.
    void onMoved(LongConsumer listener) {
        moved = listener;
    }

    String name() {
        return container == null ? "" : container.name();
    }

    // The container.

    void show(ContainerLine line) {
        container = line;
        LogFeed now = feeds.of(line.container().id());
        feed = now;
        from = 0;
        hit = -1;
        fed = false;
        feeding = false;
        ranFor = Optional.empty();
        notice.set(Optional.empty());
        problem.set(Optional.empty());
        enter();
    }

    void changed(ContainerLine line) {
        container = line;
        feedIfNeeded();
        changed();
    }

    @Override
    protected void onShown() {
        LogFeed now = feed;
        if (now == null) {
            return;
        }
        Runnable growth = now.store().onGrowth(this::grown);
        whileShown(growth::run);
        whileShown(this::stopSearch);
        whileShown(() -> {
            feeding = false;
            now.stop();
            now.dropEnd();
        });
        feedIfNeeded();
        searchAnew();
    }

    /// Feeds what there is once, and goes on with each run of the container.
    private void feedIfNeeded() {
        ContainerLine line = container;
        LogFeed now = feed;
        Optional<Engine> engine = parts.session().engine();
        if (line != null && feeding && ranFor.isEmpty()) {
            // The list tells that it runs before it knows since when.
            ranFor = line.container().run().startedAt();
        }
        if (line == null || now == null || !isShown() || feeding || !line.live() || engine.isEmpty()) {
            return;
        }
        Optional<Instant> started = line.container().run().startedAt();
        // Until the time of a start is known, it isn't known which run this is.
        boolean otherRun = line.container().isUp() && started.isPresent() && !started.equals(ranFor);
        if (fed && !otherRun) {
            return;
        }
        Optional<LogFeed.Mark> mark =
                otherRun && ranFor.isPresent() && now.store().endLine() > 0
                        ? started.map(time -> restarted(line, time))
                        : Optional.empty();
        fed = true;
        feeding = true;
        ranFor = started;
        now.start(engine.get(), mark, this::grown, end -> parts.fx().run(() -> ended(now, end)));
    }

    private static LogFeed.Mark restarted(ContainerLine line, Instant time) {
        String code = line.container().run().exitCode().isPresent()
                ? ", exit code " + line.container().run().exitCode().getAsInt()
                : "";
        return new LogFeed.Mark(time, "restarted " + Times.clock(time) + code);
    }

    private void ended(LogFeed which, LogFeed.End end) {
        if (!which.equals(feed) || !isShown()) {
            return;
        }
        feeding = false;
        caughtUp();
        dropEnd();
        switch (end) {
            case LogFeed.End.Done ignored -> {
                // The engine also ends a stream when it moves to another file; then the container still runs.
                whileShown(parts.fx().after(AGAIN, () -> {
                    fed = fed && !(container != null && container.container().isUp());
                    feedIfNeeded();
                }));
            }
            case LogFeed.End.Failed(var failure) -> {
                fed = false; // once the engine is there again
                ranFor = Optional.empty();
                if (container != null && container.live()) {
                    problem.set(Optional.of(parts.problems().map(failure, new Attempt("read the output of", name()))));
                }
            }
            case LogFeed.End.Unreadable(String driver) ->
                notice.set(Optional.of("This container logs to “" + driver + "”, which can’t be read back."));
            case LogFeed.End.DiskFailed(IOException failure) ->
                problem.set(Optional.of(parts.problems().map(failure, new Attempt("keep the output of", name()))));
        }
        changed();
    }

    /// Tries again after a problem.
    void again() {
        problem.set(Optional.empty());
        fed = false;
        feedIfNeeded();
    }

    boolean settled() {
        return !isShown() || notice.get().isPresent() || problem.get().isPresent() || rows() > 0 || !feeding;
    }

    // What is painted.

    private void grown() {
        if (refreshing.compareAndSet(false, true)) {
            parts.fx().after(BATCH, () -> {
                refreshing.set(false);
                if (isShown()) {
                    caughtUp();
                    if (search != null) {
                        search.more();
                    }
                    changed();
                }
            });
        }
    }

    private void changed() {
        version.set(version.get() + 1);
    }

    @Override
    public long rows() {
        Optional<LineSet> matches = matches();
        return matches.map(LineSet::size).orElseGet(() -> Math.max(0, end() - start()));
    }

    private long start() {
        return Math.max(from, source().map(LogStore::firstLine).orElse(0L));
    }

    private long end() {
        return source().map(LogStore::endLine).orElse(0L);
    }

    private Optional<LineSet> matches() {
        return onlyMatches.get() && search != null ? Optional.of(search.found()) : Optional.empty();
    }

    @Override
    public long lineOf(long row) {
        return matches().map(set -> set.get(row)).orElse(start() + row);
    }

    @Override
    public long rowOf(long line) {
        return matches()
                .map(set -> set.countBefore(line))
                .orElse(Math.clamp(line - start(), 0, Math.max(0, rows() - 1)));
    }

    @Override
    public Optional<StoredLine> read(long row, int most) {
        Optional<LogStore> source = source();
        if (row < 0 || row >= rows() || source.isEmpty()) {
            return Optional.empty();
        }
        try {
            return source.get().read(lineOf(row), most);
        } catch (IOException e) {
            return Optional.empty(); // the files are being closed at the end of the program
        }
    }

    @Override
    public Optional<LogPattern> pattern() {
        return search == null ? Optional.empty() : Optional.of(search.pattern());
    }

    @Override
    public long hit() {
        return hit;
    }

    // What one does with it.

    /// Leaves out what is there now, in this view only.
    void clear() {
        dropEnd();
        from = end();
        searchAnew();
        changed();
    }

    /// Shows what the engine wrote from then on; empty for everything.
    void since(Optional<Instant> time) {
        dropEnd();
        Optional<LogStore> store = store();
        if (time.isEmpty() || store.isEmpty()) {
            from = 0;
            searchAnew();
            changed();
            return;
        }
        LogFeed mine = feed;
        Thread.ofVirtual().name("log-since").start(() -> {
            try {
                long line = store.get().lineAt(time.get().toEpochMilli() * 1_000_000);
                parts.fx().run(() -> {
                    if (mine != null && mine.equals(feed)) {
                        from = line;
                        searchAnew();
                        changed();
                    }
                });
            } catch (IOException e) {
                parts.fx()
                        .run(() -> problem.set(
                                Optional.of(parts.problems().map(e, new Attempt("read the output of", name())))));
            }
        });
    }

    private void stopSearch() {
        if (search != null) {
            search.close();
            search = null;
        }
    }

    private void searchAnew() {
        stopSearch();
        hit = -1;
        fault.set(Optional.empty());
        Optional<LogStore> store = store();
        if (query.get().isEmpty() || store.isEmpty() || !isShown()) {
            changed();
            return;
        }
        dropEnd();
        try {
            LogPattern pattern = regex.get() ? LogPattern.regex(query.get()) : LogPattern.literal(query.get());
            search = new RunningSearch(
                    store.get(), pattern, start(), () -> parts.fx().run(this::changed));
            search.more();
        } catch (PatternSyntaxException e) {
            fault.set(Optional.of(e.getDescription()));
        }
        changed();
    }

    /// How many lines match, while something is searched.
    OptionalLong count() {
        return search == null
                ? OptionalLong.empty()
                : OptionalLong.of(search.found().size());
    }

    /// The place of the current match, counted from 1; 0 before the first step.
    long hitNumber() {
        return search == null || hit < 0 ? 0 : search.found().countBefore(hit) + 1;
    }

    boolean searching() {
        return search != null && search.isRunning();
    }

    /// Goes to the next or previous match, from a line on when none is current. Returns the row.
    OptionalLong step(int by, long near) {
        if (search == null || search.found().size() == 0) {
            return OptionalLong.empty();
        }
        LineSet found = search.found();
        long place =
                hit >= 0 ? found.countBefore(hit) + by : by > 0 ? found.countBefore(near) : found.countBefore(near) - 1;
        hit = found.get(Math.floorMod(place, found.size()));
        changed();
        return OptionalLong.of(rowOf(hit));
    }

    /// What stands below the last line of a container that has ended.
    Optional<String> ending() {
        ContainerLine line = container;
        if (line == null || feeding || line.container().isUp() || end() == 0) {
            return Optional.empty();
        }
        var run = line.container().run();
        return run.finishedAt()
                .map(time -> "stopped " + Times.clock(time)
                        + (run.exitCode().isPresent()
                                ? ", exit code " + run.exitCode().getAsInt()
                                : "")
                        + (run.oomKilled() ? ", out of memory" : ""));
    }

    /// Reads lines from any thread.
    interface Lines {
        List<StoredLine> read(long first, int count, int most) throws IOException;
    }

    /// The lines that may be selected: of those that match, if only they are shown.
    Lines lines() {
        Optional<LogStore> store = source();
        Optional<LineSet> matches = matches();
        return (first, count, most) -> {
            List<StoredLine> all = store.isEmpty() ? List.of() : store.get().read(first, count, most);
            return matches.isEmpty()
                    ? all
                    : all.stream()
                            .filter(line -> matches.get().contains(line.number()))
                            .toList();
        };
    }
}
