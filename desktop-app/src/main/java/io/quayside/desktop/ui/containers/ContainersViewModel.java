package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings.CpuUnit;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.stats.StatsSeries;
import io.quayside.desktop.ui.containers.filter.ContainerFilter;
import io.quayside.desktop.ui.containers.filter.FilterParser;
import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.FigureLine;
import io.quayside.desktop.ui.containers.row.ProblemRow;
import io.quayside.desktop.ui.containers.row.RowArranger;
import io.quayside.desktop.ui.containers.row.RowArranger.Arrangement;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.desktop.ui.containers.row.RowGroup;
import io.quayside.desktop.ui.containers.row.Segment;
import io.quayside.desktop.ui.containers.row.SortKey;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.list.ListPresence;
import io.quayside.desktop.ui.list.ListSegment;
import io.quayside.desktop.ui.list.ListState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final ContainersParts parts;
    private final WebPorts webPorts;
    private final RowBook book;
    private final RowArranger arranger;
    private final Selection selection;
    private final ContainerActions actions;
    private final Deletion deletion;
    private final RowProblems problems;
    private final ListOptions options;
    private final Lifecycle lifecycle;
    private final OnScreen onScreen;
    private final Ages ages;
    private final ContainerSizes sizes;
    private final StringProperty filterText = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> filterFault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RowGroup>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<Segment, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ListPresence presence;
    private final ConnectionState connection;
    private ContainerFilter filter = ContainerFilter.EVERYTHING;
    private int cores;
    private boolean frozen;

    ContainersViewModel(ContainersParts parts, PageActions page) {
        this.parts = parts;
        this.webPorts = new WebPorts(parts.fx(), this::portsLearned);
        this.book = new RowBook(webPorts::isWeb);
        this.arranger = new RowArranger(row -> book.problem(row.id()));
        this.selection = new Selection(book, this::selectionChanged);
        this.options = new ListOptions(parts, this::optionsChanged);
        this.connection = new ConnectionState(parts);
        this.presence = new ListPresence(parts.fx(), connection::isWaiting);
        this.onScreen = new OnScreen(parts, book, webPorts);
        this.ages = new Ages(parts, book);
        this.sizes = new ContainerSizes(parts, book, this::sizesMeasured);
        ActionWatcher watcher = new Watcher();
        this.actions = new ContainerActions(parts.session(), parts.tasks(), parts.problems(), watcher);
        FreshFacts facts = new FreshFacts(parts);
        this.lifecycle = new EngineLifecycle(book, facts, actions, watcher);
        this.deletion =
                new Deletion(parts, book, facts, actions, this::failed, ids -> selection.setChecked(ids, false));
        this.problems = new RowProblems(
                parts,
                book,
                new RowFixes(book, actions, new Fixing(page)),
                row -> actions.start(List.of(row)),
                this::problemsChanged);
        filterText.subscribe(this::filterChanged);
    }

    /// What buttons of problems ask of the page.
    private final class Fixing implements RowFixes.Page {
        private final PageActions page;

        Fixing(PageActions page) {
            this.page = page;
        }

        @Override
        public void ask(Confirmation question, Runnable act) {
            page.ask(question, act);
        }

        @Override
        public void openLogs(ContainerRow row) {
            page.peek(List.of(row), PeekTab.LOGS);
        }

        @Override
        public void edit(ContainerRow row) {
            page.edit(row);
        }

        @Override
        public void updateImage(ContainerRow row) {
            page.updateImage(row);
        }

        @Override
        public void deleteThen(ContainerRow other, Runnable then) {
            deletion.deleteThen(other, page::ask, then);
        }
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(snapshot -> parts.fx().run(() -> take(snapshot))));
        whileShown(parts.session().stats().onChange(changed -> parts.fx().run(() -> figures(changed))));
        whileShown(parts.session().onFigures(figures -> parts.fx().run(() -> cores = figures.cores())));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> status(status))));
        onScreen.open();
        whileShown(onScreen::close);
        sizes.shown(true);
        whileShown(() -> sizes.shown(false));
        whileShown(presence.begin());
        whileShown(ages.begin());
    }

    @Override
    protected void onHidden() {
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
        return presence.stateProperty();
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
        onScreen.show(ids);
    }

    /// Whether the column of sizes is on screen, which the engine has to measure.
    public void sizesOnScreen(boolean shown) {
        sizes.wanted(shown);
    }

    public Deletion deletion() {
        return deletion;
    }

    @Override
    public void start(List<ContainerRow> rows) {
        lifecycle.start(rows);
    }

    @Override
    public void stop(List<ContainerRow> rows) {
        lifecycle.stop(rows);
    }

    @Override
    public void restart(List<ContainerRow> rows) {
        lifecycle.restart(rows);
    }

    public void dismissProblem(String id) {
        problems.dismiss(id);
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
                onScreen.look();
            }
            case LIST -> {
                problems.find(snapshot);
                selection.retain();
                count();
                arrange();
                onScreen.look();
                sizes.outdated();
            }
        }
        decideState();
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

    /// Something that was done with it failed.
    void failed(String id, Problem problem) {
        book.failed(id, problem);
        problemsChanged();
    }

    /// The same of something that can be done again.
    void failed(String id, Problem problem, Runnable again) {
        problems.failed(id, problem, again);
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

    private void sizesMeasured() {
        if (options.sort() == SortKey.SIZE) {
            arrange();
        }
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
        counts.set(ListSegment.count(
                Segment.class,
                book.rows(),
                (segment, row) -> segment.has(
                        row.line().container(), book.problem(row.id()).isPresent())));
    }

    private void decideState() {
        presence.decide(
                connection.isKnown(), !book.rows().isEmpty(), !groups.get().isEmpty());
    }

    /// Whether the rows on screen have their facts and figures, or there is nothing to wait for.
    boolean settled() {
        return switch (presence.state()) {
            case WAITING, LOADING, SLOW -> connection.isKnown() || !connection.isWaiting();
            case EMPTY, NO_HITS -> true;
            case ROWS -> onScreen.isComplete();
        };
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
