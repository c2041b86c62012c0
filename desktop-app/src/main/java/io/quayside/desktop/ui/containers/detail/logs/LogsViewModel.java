package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogLines;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.StoredLine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What a view of output shows, of one container or of several. FX thread; lines and matches come from other threads,
/// at most once in 60 ms.
final class LogsViewModel extends ViewLifecycle implements LogRows {
    private static final Duration BATCH = Duration.ofMillis(60);

    private final ContainersParts parts;
    private final LogFind find = new LogFind(this::searchAnew, this::changed);
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private @Nullable LogContent content;
    private LogContent.Host listening = new Nobody();
    private long from;
    private long to = Long.MAX_VALUE;
    private LongConsumer moved = by -> {};

    LogsViewModel(ContainersParts parts) {
        this.parts = parts;
    }

    /// What is searched for.
    LogFind find() {
        return find;
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

    Optional<LogContent> content() {
        return Optional.ofNullable(content);
    }

    /// Calls `listener` with the number of rows by which all lines moved down.
    void onMoved(LongConsumer listener) {
        moved = listener;
    }

    /// Shows this from now on.
    void show(LogContent next) {
        leave();
        content = next;
        from = 0;
        to = Long.MAX_VALUE;
        notice.set(Optional.empty());
        problem.set(Optional.empty());
        enter();
    }

    @Override
    protected void onShown() {
        LogContent now = content;
        if (now != null) {
            whileShown(find::stop);
            whileShown(now::close);
            listening = new Listening(now);
            now.open(listening);
            searchAnew();
        }
    }

    /// Tries again after a problem.
    void again() {
        problem.set(Optional.empty());
        content().ifPresent(LogContent::again);
    }

    /// How many lines there are from the first that was ever printed, matching or not.
    long total() {
        return end();
    }

    /// Why no new line comes now; empty while one may.
    Optional<String> rest() {
        return content().flatMap(LogContent::rest);
    }

    boolean settled() {
        return !isShown()
                || notice.get().isPresent()
                || problem.get().isPresent()
                || rows() > 0
                || content().filter(LogContent::isReading).isEmpty();
    }

    private void changed() {
        version.set(version.get() + 1);
    }

    /// What the content tells.
    private final class Listening implements LogContent.Host {
        private final LogContent whose;

        Listening(LogContent whose) {
            this.whose = whose;
        }

        private boolean isCurrent() {
            return isShown() && whose.equals(content);
        }

        @Override
        public void grown() {
            if (refreshing.compareAndSet(false, true)) {
                parts.fx().after(BATCH, () -> {
                    refreshing.set(false);
                    if (isShown() && content != null) {
                        content.take();
                        boolean busy = find.isSearching();
                        find.search().ifPresent(LogSearching::more);
                        LogsViewModel.this.changed();
                        if (busy) {
                            grown(); // what it finds is shown while it goes on
                        }
                    }
                });
            }
        }

        @Override
        public void changed() {
            if (isCurrent()) {
                LogsViewModel.this.changed();
            }
        }

        @Override
        public void moved(long by) {
            if (isCurrent()) {
                from = from == 0 ? 0 : Math.max(0, from + by);
                moved.accept(by);
            }
        }

        @Override
        public void notice(Optional<String> words) {
            if (isCurrent()) {
                notice.set(words);
            }
        }

        @Override
        public void problem(Optional<Problem> what) {
            if (isCurrent()) {
                problem.set(what);
            }
        }
    }

    // What is painted.

    private long start() {
        return Math.max(from, content().map(now -> now.lines().firstLine()).orElse(0L));
    }

    private long end() {
        return Math.min(to, content().map(now -> now.lines().endLine()).orElse(0L));
    }

    private Optional<LineSet> some() {
        Optional<LineSet> wanted = content().flatMap(LogContent::wanted);
        return find.onlyMatchesProperty().get()
                ? find.search().map(LogSearching::found).or(() -> wanted)
                : wanted;
    }

    @Override
    public long rows() {
        return some().map(set -> Math.max(0, set.countBefore(end()) - set.countBefore(start())))
                .orElseGet(() -> Math.max(0, end() - start()));
    }

    @Override
    public long lineOf(long row) {
        return some().map(set -> set.near(set.countBefore(start()) + row)).orElseGet(() -> start() + row);
    }

    @Override
    public long rowOf(long line) {
        long row = some().map(set -> set.countBefore(line) - set.countBefore(start()))
                .orElseGet(() -> line - start());
        return Math.clamp(row, 0, Math.max(0, rows() - 1));
    }

    @Override
    public boolean numbered() {
        return content().filter(now -> !now.numbered()).isEmpty();
    }

    @Override
    public boolean together() {
        return content().filter(LogContent::together).isPresent();
    }

    @Override
    public Optional<LogService> service(long line) {
        return content().flatMap(now -> now.service(line));
    }

    @Override
    public Optional<StoredLine> read(long row, int most) {
        if (row < 0 || row >= rows() || content == null) {
            return Optional.empty();
        }
        try {
            return content.lines().read(lineOf(row), most);
        } catch (IOException e) {
            return Optional.empty(); // the files are being closed at the end of the program
        }
    }

    @Override
    public Optional<LogPattern> pattern() {
        return find.search().map(LogSearching::pattern);
    }

    @Override
    public long hit() {
        return find.hit();
    }

    @Override
    public int hitPart() {
        return find.hitPart();
    }

    // What one does with it.

    /// Leaves out what is there now, in this view only.
    void clear() {
        content().ifPresent(LogContent::wantAll);
        from = content().map(now -> now.lines().endLine()).orElse(0L);
        to = Long.MAX_VALUE;
        searchAnew();
    }

    /// Shows what the engine wrote between these times; empty for no bound.
    void between(Optional<Instant> first, Optional<Instant> last) {
        LogContent now = content;
        if (now == null) {
            return;
        }
        now.wantAll();
        LogContent.Everything lines = now.everything();
        Thread.ofVirtual().name("log-since").start(() -> {
            try {
                LogLines all = lines.open();
                long begin = first.isPresent() ? all.lineAt(nanos(first.get())) : 0;
                long end = last.isPresent() ? all.lineAt(nanos(last.get())) : Long.MAX_VALUE;
                parts.fx().run(() -> {
                    if (now.equals(content)) {
                        from = begin;
                        to = end;
                        searchAnew();
                    }
                });
            } catch (IOException e) {
                Problem failure = parts.problems().map(e, new Attempt("read the output of", now.name()));
                parts.fx().run(() -> problem.set(Optional.of(failure)));
            }
        });
    }

    private static long nanos(Instant time) {
        return time.toEpochMilli() * 1_000_000;
    }

    private void searchAnew() {
        find.begin(isShown() ? content() : Optional.empty(), start());
        if (find.isSearching()) {
            listening.grown();
        }
        changed();
    }

    /// Goes to the next or previous match, from a line on when none is current. Returns the row.
    OptionalLong step(int by, long near) {
        OptionalLong line = find.step(by, near, end());
        changed();
        return line.isEmpty() ? line : OptionalLong.of(rowOf(line.getAsLong()));
    }

    /// How many matches there are in what is shown, while something is searched.
    OptionalLong matches() {
        return find.count(end());
    }

    /// "3 of 14", "14 matches", "No match"; empty while nothing is searched.
    String matchWords() {
        if (find.faultProperty().get().isPresent()) {
            return "Not an expression";
        }
        OptionalLong found = matches();
        if (found.isEmpty()) {
            return "";
        }
        if (found.getAsLong() == 0) {
            return find.isSearching() ? "Searching…" : "No match";
        }
        String all = LogsPane.number(found.getAsLong());
        long place = find.hitNumber();
        return place > 0
                ? LogsPane.number(place) + " of " + all
                : all + (found.getAsLong() == 1 ? " match" : " matches");
    }

    /// Reads lines from any thread.
    interface Lines {
        List<StoredLine> read(long first, int count, int most) throws IOException;

        /// What stands in front of a copied line.
        String prefix(long line);
    }

    /// The lines that may be selected: of those that match, if only they are shown.
    Lines lines() {
        Optional<LogContent> now = content();
        Optional<LogLines> source = now.map(LogContent::lines);
        Optional<LineSet> some = some();
        return new Lines() {
            @Override
            public List<StoredLine> read(long first, int count, int most) throws IOException {
                List<StoredLine> all =
                        source.isEmpty() ? List.of() : source.get().read(first, count, most);
                return some.isEmpty()
                        ? all
                        : all.stream()
                                .filter(line -> some.get().contains(line.number()))
                                .toList();
            }

            @Override
            public String prefix(long line) {
                return now.flatMap(content -> content.service(line))
                        .map(service -> service.name() + " | ")
                        .orElse("");
            }
        };
    }
}
