package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings.CpuUnit;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.stats.StatsInterest;
import io.quayside.desktop.state.stats.StatsSeries;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.filter.ContainerFilter;
import io.quayside.desktop.ui.containers.filter.FilterParser;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.FigureLine;
import io.quayside.desktop.ui.containers.row.ProblemRow;
import io.quayside.desktop.ui.containers.row.RowArranger;
import io.quayside.desktop.ui.containers.row.RowArranger.Arrangement;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.desktop.ui.containers.row.RowGroup;
import io.quayside.desktop.ui.containers.row.Segment;
import io.quayside.desktop.ui.containers.row.SortKey;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.engine.model.ContainerState;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Everything the Containers page shows and does. FX thread throughout.
///
/// While shown, each snapshot of the mirror becomes one update of the rows; the list is arranged anew only when
/// something
/// came, went or changed.
public final class ContainersViewModel extends ViewLifecycle implements Lifecycle {
    private static final Duration TICK = Duration.ofSeconds(10);
    private static final Duration YOUNG_TICK = Duration.ofSeconds(1);

    private final ContainersParts parts;
    private final WebPorts webPorts;
    private final RowBook book;
    private final RowArranger arranger;
    private final Selection selection;
    private final ContainerActions actions;
    private final FreshFacts facts;
    private final Deletion deletion;
    private final RowProblems problems;
    private final ListOptions options;
    private final StatsInterest interest;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> filterFault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RowGroup>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<Segment, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<ListState> listState = new ReadOnlyObjectWrapper<>(ListState.WAITING);
    private final ConnectionState connection;
    private final Set<String> visible = new HashSet<>();
    private ContainerFilter filter = ContainerFilter.EVERYTHING;
    private Subscription ticking = () -> {};
    private int cores;
    private boolean frozen;
    private boolean waitedShortly;
    private boolean waitedLong;

    ContainersViewModel(ContainersParts parts, PageActions page) {
        this.parts = parts;
        this.webPorts = new WebPorts(parts.fx(), this::portsLearned);
        this.book = new RowBook(webPorts::isWeb);
        this.arranger = new RowArranger(row -> book.problem(row.id()));
        this.selection = new Selection(book, this::selectionChanged);
        this.options = new ListOptions(parts, this::optionsChanged);
        this.connection = new ConnectionState(parts);
        this.interest = parts.session().stats().interest();
        this.actions = new ContainerActions(parts.session(), parts.tasks(), parts.problems(), new Watcher());
        this.facts = new FreshFacts(parts);
        this.deletion =
                new Deletion(parts, book, facts, actions, this::failed, ids -> selection.setChecked(ids, false));
        this.problems = new RowProblems(
                parts,
                book,
                new RowFixes(book, actions, deletion, page),
                row -> actions.start(List.of(row)),
                this::problemsChanged);
        filterText.subscribe(this::filterChanged);
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(snapshot -> parts.fx().run(() -> take(snapshot))));
        whileShown(parts.session().stats().onChange(changed -> parts.fx().run(() -> figures(changed))));
        whileShown(parts.session().onFigures(figures -> parts.fx().run(() -> cores = figures.cores())));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> status(status))));
        whileShown(interest);
        waitedShortly = false;
        waitedLong = false;
        whileShown(parts.fx().after(Duration.ofMillis(300), () -> waited(true, false)));
        whileShown(parts.fx().after(Duration.ofSeconds(5), () -> waited(true, true)));
        interest.open();
        tickLater();
        whileShown(() -> ticking.close());
    }

    @Override
    protected void onHidden() {
        visible.clear();
        connection.hidden();
    }

    public ReadOnlyObjectProperty<List<RowGroup>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /// The text of the filter field.
    public StringProperty filterTextProperty() {
        return filterText;
    }

    /// What is wrong with the filter, in words.
    public ReadOnlyObjectProperty<Optional<String>> filterFaultProperty() {
        return filterFault.getReadOnlyProperty();
    }

    /// How many containers each segment has, filter aside.
    public ReadOnlyObjectProperty<Map<Segment, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ListState> listStateProperty() {
        return listState.getReadOnlyProperty();
    }

    public ListOptions options() {
        return options;
    }

    public Selection selection() {
        return selection;
    }

    public ContainerActions actions() {
        return actions;
    }

    public ConnectionState connection() {
        return connection;
    }

    /// The row of a container, if there is one.
    public Optional<ContainerRow> row(String id) {
        return Optional.ofNullable(book.row(id));
    }

    public Collection<ContainerRow> allRows() {
        return book.rows();
    }

    /// The pointer is in the table, where rows must not move away under it.
    public void freezeOrder(boolean now) {
        if (frozen != now) {
            frozen = now;
            if (!now) {
                arrange();
            }
        }
    }

    /// These rows are on screen: figures and full facts are asked for them.
    public void onScreen(Collection<String> ids) {
        if (!visible.equals(Set.copyOf(ids))) {
            visible.clear();
            visible.addAll(ids);
            lookAt();
        }
    }

    public Deletion deletion() {
        return deletion;
    }

    @Override
    public void start(List<ContainerRow> rows) {
        act(rows, "start", container -> !container.isUp(), actions::start);
    }

    @Override
    public void stop(List<ContainerRow> rows) {
        act(rows, "stop", Container::isUp, actions::stop);
    }

    @Override
    public void restart(List<ContainerRow> rows) {
        act(rows, "restart", Container::isUp, actions::restart);
    }

    /// For one container the engine refuses by itself what makes no sense. Among many, those that an action is not
    /// meant
    /// for are found by asking the engine, since a row may not know yet.
    private void act(
            List<ContainerRow> rows, String verb, Predicate<Container> meant, Consumer<List<ContainerRow>> action) {
        List<ContainerRow> ready =
                rows.stream().filter(row -> row.line().canAct()).toList();
        if (ready.size() < 2) {
            action.accept(ready);
            return;
        }
        facts.about(
                ready.stream().map(ContainerRow::id).toList(),
                new Attempt(verb, ready.size() + " containers"),
                found -> action.accept(
                        rows(found.stream().filter(meant).map(Container::id).toList())),
                problem -> problems.failed(ready.getFirst().id(), problem, () -> act(rows, verb, meant, action)));
    }

    public void dismissProblem(String id) {
        problems.dismiss(id);
    }

    private List<ContainerRow> rows(List<String> ids) {
        return ids.stream().map(book::row).filter(java.util.Objects::nonNull).toList();
    }

    private void take(MirrorSnapshot snapshot) {
        if (!isShown()) {
            return;
        }
        connection.snapshot(snapshot);
        switch (book.update(snapshot, parts.clock().instant())) {
            case NONE -> {}
            case FACTS -> {
                if (!filterText.get().isBlank() || options.sort() != SortKey.NAME) {
                    arrange();
                }
                lookAt();
            }
            case LIST -> {
                problems.find(snapshot);
                selection.retain();
                count();
                arrange();
                lookAt();
                wantProblems(snapshot);
            }
        }
        decideState();
    }

    /// The number of problems must not depend on which rows are on screen.
    private void wantProblems(MirrorSnapshot snapshot) {
        if (snapshot.live()) {
            parts.session()
                    .mirror()
                    .wantFacts(snapshot.containers().orElse(Map.of()).values().stream()
                            .filter(Container::mayHideProblem)
                            .map(Container::id)
                            .toList());
        }
    }

    private void status(EngineStatus status) {
        connection.status(status);
        decideState();
    }

    private void figures(Map<String, StatsSeries> changed) {
        int coresInFull = parts.settings().get().appearance().cpuUnit() == CpuUnit.ALL_CORES ? Math.max(1, cores) : 1;
        changed.forEach((id, series) -> {
            ContainerRow row = book.row(id);
            if (row != null && row.line().live() && row.line().container().isUp()) {
                row.setFigures(FigureLine.of(series, coresInFull));
            }
        });
        if (options.sort().needsFigures() && !frozen) {
            arrange();
        } else {
            arranger.refreshHeads(options.grouping(), book.rows());
        }
    }

    private void failed(String id, Problem problem) {
        book.failed(id, problem);
        problemsChanged();
    }

    private void problemsChanged() {
        count();
        arrange();
    }

    /// The action is over; if its event doesn't come, the row shows what it was before.
    private void ended(String id) {
        parts.fx()
                .after(Duration.ofSeconds(1), () -> book.done(id, parts.clock().instant()));
    }

    private void portsLearned() {
        book.tick(parts.clock().instant());
    }

    private void selectionChanged() {
        arranger.refreshHeads(options.grouping(), book.rows());
    }

    private void optionsChanged() {
        parts.session().stats().sampleAll(options.sort().needsFigures());
        arrangeNow(false);
    }

    private void filterChanged(String text) {
        filter = FilterParser.parse(text);
        filterFault.set(filter.fault());
        arrangeNow(false);
    }

    private void arrange() {
        arrangeNow(frozen);
    }

    private void arrangeNow(boolean keepPlaces) {
        Segment segment = options.segment();
        groups.set(arranger.arrange(
                book.rows(),
                row -> filter.test(row.line().container())
                        && segment.has(
                                row.line().container(), book.problem(row.id()).isPresent()),
                new Arrangement(options.grouping(), options.sort(), options.ascending(), keepPlaces)));
        decideState();
    }

    private void count() {
        Map<Segment, Integer> next = new EnumMap<>(Segment.class);
        for (Segment segment : Segment.values()) {
            int count = 0;
            for (ContainerRow row : book.rows()) {
                boolean problem = book.problem(row.id()).isPresent();
                count += segment.has(row.line().container(), problem) ? 1 : 0;
            }
            next.put(segment, count);
        }
        counts.set(Map.copyOf(next));
    }

    private void waited(boolean shortly, boolean longer) {
        waitedShortly |= shortly;
        waitedLong |= longer;
        decideState();
    }

    private void decideState() {
        if (!connection.isKnown()) {
            boolean waiting = connection.isWaiting();
            listState.set(
                    waiting && waitedLong
                            ? ListState.SLOW
                            : waiting && waitedShortly ? ListState.LOADING : ListState.WAITING);
        } else if (book.rows().isEmpty()) {
            listState.set(ListState.EMPTY);
        } else {
            listState.set(groups.get().isEmpty() ? ListState.NO_HITS : ListState.ROWS);
        }
    }

    /// Streams figures of what runs on screen, and asks for full facts of all that is on screen.
    private void lookAt() {
        List<ContainerRow> rows = visible.stream()
                .map(book::row)
                .filter(java.util.Objects::nonNull)
                .filter(row -> row.line().live())
                .toList();
        interest.set(rows.stream()
                .filter(row -> row.line().container().state() == ContainerState.RUNNING)
                .map(ContainerRow::id)
                .toList());
        parts.session().mirror().needFacts(rows.stream().map(ContainerRow::id).toList());
        rows.forEach(this::askPorts);
    }

    private void askPorts(ContainerRow row) {
        Container container = row.line().container();
        if (container.state() == ContainerState.RUNNING && container.run().exact()) {
            webPorts.ask(
                    container.id()
                            + container.run().startedAt().map(Object::toString).orElse(""),
                    container.ports().stream()
                            .filter(port -> port.isPublished() && port.type().equals("tcp"))
                            .map(port -> port.publicPort())
                            .toList());
        }
    }

    private void tickLater() {
        boolean young = book.rows().stream().anyMatch(this::isYoung);
        ticking = parts.fx().after(young ? YOUNG_TICK : TICK, this::tick);
    }

    private void tick() {
        if (isShown()) {
            book.tick(parts.clock().instant());
            tickLater();
        }
    }

    /// Whether its age is still counted in seconds.
    private boolean isYoung(ContainerRow row) {
        Container container = row.line().container();
        return container.isUp()
                && container.run().startedAt().stream()
                        .anyMatch(start ->
                                Duration.between(start, parts.clock().instant()).toSeconds() < 60);
    }

    /// Whether the rows on screen have their facts and figures, or there is nothing to wait for.
    boolean settled() {
        return switch (listState.get()) {
            case WAITING, LOADING, SLOW -> connection.isKnown() || !connection.isWaiting();
            case EMPTY, NO_HITS -> true;
            case ROWS ->
                !visible.isEmpty()
                        && visible.stream()
                                .map(book::row)
                                .filter(java.util.Objects::nonNull)
                                .allMatch(ContainersViewModel::isComplete);
        };
    }

    private static boolean isComplete(ContainerRow row) {
        if (!row.line().live()) {
            return true;
        }
        Container container = row.line().container();
        boolean running = container.state() == ContainerState.RUNNING;
        return container.run().exact()
                && (!running || !Double.isNaN(row.figures().cpuPercent()));
    }

    /// The problem shown under a container.
    public Optional<ProblemRow> problem(String id) {
        return book.problem(id);
    }

    /// Shows at rows how actions go.
    private final class Watcher implements ActionWatcher {
        @Override
        public void begun(String id, String word) {
            parts.fx().run(() -> book.begin(id, word, parts.clock().instant()));
        }

        @Override
        public void ended(String id) {
            parts.fx().run(() -> ContainersViewModel.this.ended(id));
        }

        @Override
        public void failed(String id, Problem problem, Runnable again) {
            parts.fx().run(() -> problems.failed(id, problem, again));
        }
    }
}
