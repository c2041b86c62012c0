package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogLines;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.logs.MergedLog;
import io.quayside.engine.stream.StreamType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The output of several containers in the order of the engine's time. FX thread; a [Merging] puts them in order.
final class ManyLogs implements LogContent {
    private final List<Feeding> feedings = new ArrayList<>();
    private final List<LogService> services;
    private final Merging merging;
    private Host host = new Nobody();
    private Merging.View view;
    private boolean all;
    private boolean closed;

    /// @param services what to call each container, in the same order
    ManyLogs(ContainersParts parts, LogFeeds feeds, List<ContainerLine> containers, List<LogService> services) {
        this.services = List.copyOf(services);
        for (ContainerLine line : containers) {
            feedings.add(new Feeding(parts, feeds.of(line.container().id()), line));
        }
        this.merging = new Merging(
                services.stream().map(LogService::name).toList(),
                next -> parts.fx().run(() -> show(next)));
        this.view = Merging.View.NOTHING;
    }

    List<Feeding> feedings() {
        return feedings;
    }

    @Override
    public void open(Host to) {
        host = to;
        feedings.forEach(feeding -> feeding.open(to));
        take();
    }

    @Override
    public void close() {
        closed = true;
        merging.close();
        feedings.forEach(Feeding::close);
        host = new Nobody();
    }

    @Override
    public void take() {
        List<LogStore> stores = new ArrayList<>();
        for (Feeding feeding : feedings) {
            Optional<LogStore> end = feeding.feed().end();
            stores.add(all || feeding.hasReadAll() ? feeding.store() : end.orElse(feeding.store()));
        }
        merging.merge(stores);
    }

    private void show(Merging.View next) {
        if (closed) {
            return;
        }
        boolean first = view.log().isEmpty();
        view = next;
        for (int i = 0; i < feedings.size(); i++) {
            if (next.log().isPresent()
                    && next.log().get().stores().get(i).equals(feedings.get(i).store())) {
                feedings.get(i).feed().dropEnd(); // nothing is read from it any more
            }
        }
        if (next.moved() != 0 && !first) {
            host.moved(next.moved());
        }
        host.changed();
    }

    /// Shows lines of these containers and streams only.
    void choose(LogChoice choice) {
        merging.choose(choice);
    }

    /// How many lines of a container are known.
    long count(int container) {
        return count(container, StreamType.STDOUT) + count(container, StreamType.STDERR);
    }

    long count(int container, StreamType type) {
        return view.log().map(log -> log.count(container, type)).orElse(0L);
    }

    @Override
    public String name() {
        return services.size() + " containers";
    }

    @Override
    public LogLines lines() {
        return view.lines();
    }

    @Override
    public Optional<LineSet> wanted() {
        return view.wanted();
    }

    @Override
    public boolean numbered() {
        return false;
    }

    @Override
    public boolean together() {
        return true;
    }

    @Override
    public Optional<LogService> service(long line) {
        return view.log()
                .map(log -> log.sourceOf(line))
                .filter(source -> source >= 0)
                .map(services::get);
    }

    @Override
    public void wantAll() {
        if (!all) {
            all = true;
            take();
        }
    }

    @Override
    public LogSearching search(LogPattern pattern, long from) {
        List<RunningSearch> parts = new ArrayList<>();
        ReentrantLock turn = new ReentrantLock();
        for (Feeding feeding : feedings) {
            parts.add(
                    new RunningSearch(feeding.store(), pattern, feeding.store().firstLine(), turn, merging::more));
        }
        merging.search(parts);
        return new Searching(pattern, parts);
    }

    /// One search in each store.
    private final class Searching implements LogSearching {
        private final LogPattern pattern;
        private final List<RunningSearch> searches;

        Searching(LogPattern pattern, List<RunningSearch> searches) {
            this.pattern = pattern;
            this.searches = searches;
        }

        @Override
        public LogPattern pattern() {
            return pattern;
        }

        @Override
        public LineSet found() {
            return view.found();
        }

        @Override
        public boolean isRunning() {
            return merging.isBusy() || searches.stream().anyMatch(RunningSearch::isRunning);
        }

        @Override
        public void more() {
            searches.forEach(RunningSearch::more);
            merging.more();
        }

        @Override
        public void close() {
            searches.forEach(RunningSearch::close);
            merging.search(List.of());
        }
    }

    @Override
    public boolean isReading() {
        return view.log().isEmpty() || feedings.stream().anyMatch(Feeding::isFeeding);
    }

    @Override
    public Optional<String> rest() {
        List<Optional<String>> each =
                feedings.stream().map(Feeding::rest).distinct().toList();
        return each.size() == 1
                ? each.getFirst()
                : each.contains(Optional.<String>empty()) ? Optional.empty() : Optional.of("Stopped");
    }

    @Override
    public void again() {
        feedings.forEach(Feeding::again);
    }

    @Override
    public Everything everything() {
        List<LogStore> stores = feedings.stream().map(Feeding::store).toList();
        List<String> names = services.stream().map(LogService::name).toList();
        return () -> {
            MergedLog log = new MergedLog(stores, names);
            log.update();
            return log;
        };
    }
}
