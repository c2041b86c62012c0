package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogLines;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.logs.StoredLine;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The output of one container: its store, or at first the end of a long log. FX thread.
final class OneLog implements LogContent {
    private final ContainersParts parts;
    private final Feeding feeding;
    private Host host = new Nobody();

    OneLog(ContainersParts parts, LogFeeds feeds, ContainerLine container) {
        this.parts = parts;
        this.feeding = new Feeding(parts, feeds.of(container.container().id()), container);
    }

    void changed(ContainerLine container) {
        feeding.changed(container);
        host.changed();
    }

    @Override
    public void open(Host to) {
        host = to;
        feeding.open(to);
    }

    @Override
    public void close() {
        feeding.close();
    }

    @Override
    public String name() {
        return feeding.container().name();
    }

    @Override
    public LogLines lines() {
        return feeding.feed().end().orElse(feeding.store());
    }

    @Override
    public Optional<LineSet> wanted() {
        return Optional.empty();
    }

    @Override
    public boolean numbered() {
        return feeding.feed().end().isEmpty();
    }

    @Override
    public boolean together() {
        return false;
    }

    @Override
    public Optional<LogService> service(long line) {
        return Optional.empty();
    }

    @Override
    public void take() {
        Optional<LogStore> end = feeding.feed().end();
        if (end.isPresent() && feeding.hasReadAll()) {
            long by = before(end.get());
            feeding.feed().dropEnd();
            host.moved(by);
        }
    }

    /// How many lines are before the end that was shown.
    private long before(LogStore end) {
        try {
            Optional<StoredLine> first = end.read(0, 0);
            LogStore all = feeding.store();
            return first.isPresent() ? all.lineAt(first.get().timeNanos()) - all.firstLine() : 0;
        } catch (IOException e) {
            return 0; // the files are being closed at the end of the program
        }
    }

    @Override
    public void wantAll() {
        feeding.feed().dropEnd();
    }

    @Override
    public LogSearching search(LogPattern pattern, long from) {
        return new RunningSearch(
                feeding.store(),
                pattern,
                from,
                new ReentrantLock(),
                () -> parts.fx().run(host::changed));
    }

    @Override
    public boolean isReading() {
        return feeding.isFeeding();
    }

    @Override
    public Optional<String> rest() {
        return feeding.rest();
    }

    @Override
    public void again() {
        feeding.again();
    }

    @Override
    public Everything everything() {
        return feeding::store;
    }
}
