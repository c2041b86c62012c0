package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings.CpuUnit;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.stats.StatsInterest;
import io.quayside.desktop.state.stats.StatsSeries;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ActionWatcher;
import io.quayside.desktop.ui.containers.Asking;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainerActions;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.DeletePlan;
import io.quayside.desktop.ui.containers.FreshFacts;
import io.quayside.desktop.ui.containers.RowFixes;
import io.quayside.desktop.ui.containers.RowProblems;
import io.quayside.desktop.ui.containers.WebPorts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.FigureLine;
import io.quayside.desktop.ui.containers.row.ProblemRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.PortMapping;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the page says about one container, kept up to date by the engine's events. FX thread.
public final class DetailViewModel extends ViewLifecycle {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final ContainersParts parts;
    private final WebPorts webPorts;
    private final RowBook book;
    private final ConnectionState connection;
    private final ContainerActions actions;
    private final FreshFacts facts;
    private final RowProblems problems;
    private final StatsInterest interest;
    private final ReadOnlyObjectWrapper<Presence> presence = new ReadOnlyObjectWrapper<>(new Presence.Waiting());
    private final ReadOnlyObjectWrapper<Optional<ContainerLine>> line = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ContainerLine>> services = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<FigureLine> figures = new ReadOnlyObjectWrapper<>(FigureLine.NONE);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<String> deletedHere = new HashSet<>();
    private Subscription ticking = () -> {};
    private String wanted = "";
    private String engine = "";
    private int cores;

    /// @param fixing what buttons of problems ask of the page
    DetailViewModel(ContainersParts parts, Function<DetailViewModel, RowFixes.Page> fixing) {
        this.parts = parts;
        this.webPorts = new WebPorts(parts.fx(), this::repaint);
        this.book = new RowBook(webPorts::isWeb);
        this.connection = new ConnectionState(parts);
        this.facts = new FreshFacts(parts);
        this.interest = parts.session().stats().interest();
        this.actions = new ContainerActions(parts.session(), parts.tasks(), parts.problems(), new Watcher());
        this.problems = new RowProblems(
                parts,
                book,
                new RowFixes(book, actions, fixing.apply(this)),
                row -> actions.start(List.of(row)),
                this::repaint);
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().mirror().onChange(snapshot -> parts.fx().run(() -> take(snapshot))));
        whileShown(parts.session().stats().onChange(changed -> parts.fx().run(() -> measured(changed))));
        whileShown(parts.session().onFigures(all -> parts.fx().run(() -> cores = all.cores())));
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> connection.status(status))));
        whileShown(interest);
        interest.open();
        ticking = parts.fx().after(TICK, this::tick);
        whileShown(() -> ticking.close());
    }

    @Override
    protected void onHidden() {
        connection.hidden();
    }

    /// From now on the page is about this container.
    void show(String idOrName) {
        if (!wanted.equals(idOrName)) {
            wanted = idOrName;
            line.set(Optional.empty());
            figures.set(FigureLine.NONE);
            problem.set(Optional.empty());
            presence.set(new Presence.Waiting());
            take(parts.session().mirror().snapshot());
            if (line.get().isEmpty()) {
                services.set(List.of()); // of the container before; those of one that is there were just set
            }
        }
    }

    ReadOnlyObjectProperty<Presence> presenceProperty() {
        return presence.getReadOnlyProperty();
    }

    /// The container; after a deletion what it was last. Empty while nothing is known.
    public ReadOnlyObjectProperty<Optional<ContainerLine>> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /// All containers of its project by service, itself included; empty for a container that stands alone.
    public ReadOnlyObjectProperty<List<ContainerLine>> servicesProperty() {
        return services.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FigureLine> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /// What went wrong with it last.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ConnectionState connection() {
        return connection;
    }

    ContainerActions actions() {
        return actions;
    }

    /// The row that actions take.
    Optional<ContainerRow> row() {
        return line.get().map(shown -> book.row(shown.container().id()));
    }

    void dismissProblem() {
        row().ifPresent(row -> book.dismiss(row.id()));
        repaint();
    }

    /// Deletes it after a question, whose text says what the engine says at that moment.
    void delete(Asking ask) {
        row().filter(row -> row.line().canAct())
                .ifPresent(row -> facts.about(
                        List.of(row.id()),
                        new Attempt("delete", row.line().name()),
                        found -> {
                            if (!found.isEmpty()) {
                                ask.ask(DeletePlan.of(found).question(), () -> deleteNow(row));
                            }
                        },
                        failure -> failed(row.id(), failure)));
    }

    /// Deletes another container after such a question; `then` runs when it is gone.
    void deleteThen(ContainerRow other, Asking ask, Runnable then) {
        facts.about(
                List.of(other.id()),
                new Attempt("delete", other.line().name()),
                found -> found.forEach(
                        one -> ask.ask(DeletePlan.of(found).question(), () -> actions.delete(other, then))),
                failure -> failed(other.id(), failure));
    }

    private void deleteNow(ContainerRow row) {
        deletedHere.add(row.id());
        actions.delete(List.of(row));
    }

    /// Whether everything that comes without further events is there.
    boolean settled() {
        return switch (presence.get()) {
            case Presence.Waiting ignored -> connection.isKnown();
            case Presence.NotFound ignored -> true;
            case Presence.Deleted ignored -> true;
            case Presence.There ignored -> line.get().filter(this::isComplete).isPresent();
        };
    }

    private boolean isComplete(ContainerLine shown) {
        boolean running = shown.container().state() == ContainerState.RUNNING;
        return !shown.live()
                || (shown.container().run().exact()
                        && (!running || !Double.isNaN(figures.get().cpuPercent())));
    }

    private void take(MirrorSnapshot snapshot) {
        if (!isShown() || wanted.isEmpty()) {
            return;
        }
        connection.snapshot(snapshot);
        boolean sameEngine = engine.equals(engineKey());
        engine = engineKey();
        if (snapshot.isUnknown()) {
            presence.set(new Presence.Waiting());
            return;
        }
        book.update(snapshot, parts.clock().instant());
        Optional<ContainerRow> found = find();
        if (found.isPresent()) {
            look(found.get());
        } else if (snapshot.live()) {
            gone(sameEngine);
        }
    }

    private String engineKey() {
        return parts.session().choice().map(choice -> choice.key()).orElse("");
    }

    /// By id first: a container of the same name may have come in place of one that was deleted.
    private Optional<ContainerRow> find() {
        Optional<String> known = line.get().map(shown -> shown.container().id());
        ContainerRow byId = book.row(known.orElse(wanted));
        return byId != null || known.isPresent() ? Optional.ofNullable(byId) : named(wanted);
    }

    private Optional<ContainerRow> named(String name) {
        return book.rows().stream()
                .filter(row -> row.line().container().name().equals(name)
                        || (name.length() >= 12 && row.id().startsWith(name)))
                .findFirst();
    }

    private void look(ContainerRow row) {
        Container container = row.line().container();
        parts.session().mirror().needFacts(List.of(container.id()));
        boolean runs = row.line().live() && container.state() == ContainerState.RUNNING;
        interest.set(runs ? List.of(container.id()) : List.of());
        if (runs && container.run().exact()) {
            webPorts.ask(
                    container.id()
                            + container.run().startedAt().map(Object::toString).orElse(""),
                    container.ports().stream()
                            .filter(port -> port.isPublished() && port.type().equals("tcp"))
                            .map(PortMapping::publicPort)
                            .toList());
        }
        problems.find(container);
        services.set(members(container));
        paint(row);
        presence.set(new Presence.There());
    }

    private List<ContainerLine> members(Container container) {
        if (container.project().isEmpty()) {
            return List.of();
        }
        List<ContainerLine> members = book.rows().stream()
                .map(ContainerRow::line)
                .filter(other -> other.container().project().equals(container.project()))
                .toList();
        return members.size() < 2
                ? List.of()
                : members.stream().sorted(StartOrder.of(members)).toList();
    }

    private void gone(boolean sameEngine) {
        interest.set(List.of());
        figures.set(FigureLine.NONE);
        problem.set(Optional.empty());
        if (presence.get() instanceof Presence.Deleted) {
            return;
        }
        Optional<ContainerLine> last = line.get();
        if (last.isEmpty() || !sameEngine) {
            presence.set(new Presence.NotFound(
                    last.map(ContainerLine::name).orElse(io.quayside.desktop.ui.format.SafeText.line(wanted))));
        } else {
            boolean here = deletedHere.contains(last.get().container().id());
            presence.set(new Presence.Deleted(
                    last.get().name(),
                    parts.clock().instant(),
                    here,
                    named(last.get().container().name()).map(ContainerRow::id)));
        }
    }

    private void paint(ContainerRow row) {
        if (!Objects.equals(line.get().orElse(null), row.line())) {
            line.set(Optional.of(row.line()));
        }
        if (!row.line().live() || !row.line().container().isUp()) {
            figures.set(FigureLine.NONE);
        }
        Optional<Problem> now = book.problem(row.id()).map(ProblemRow::problem);
        if (!now.equals(problem.get())) {
            problem.set(now);
        }
    }

    private void repaint() {
        book.tick(parts.clock().instant());
        if (presence.get() instanceof Presence.There) {
            row().ifPresent(this::paint);
        }
    }

    private void tick() {
        if (isShown()) {
            repaint();
            ticking = parts.fx().after(TICK, this::tick);
        }
    }

    private void measured(Map<String, StatsSeries> changed) {
        Optional<ContainerLine> shown =
                line.get().filter(now -> now.live() && now.container().isUp());
        if (shown.isPresent()) {
            StatsSeries series = changed.get(shown.get().container().id());
            if (series != null) {
                boolean all = parts.settings().get().appearance().cpuUnit() == CpuUnit.ALL_CORES;
                figures.set(FigureLine.of(series, all ? Math.max(1, cores) : 1));
            }
        }
    }

    private void begun(String id, String word) {
        book.begin(id, word, parts.clock().instant());
        repaint();
    }

    /// If the event of what was done doesn't come, the head shows what it was before.
    private void ended(String id) {
        parts.fx().after(Duration.ofSeconds(1), () -> {
            book.done(id, parts.clock().instant());
            repaint();
        });
    }

    /// Something that was done with it failed.
    void failed(String id, Problem failure) {
        deletedHere.remove(id);
        book.failed(id, failure);
        repaint();
    }

    /// The same of something that can be done again.
    void failed(String id, Problem failure, Runnable again) {
        problems.failed(id, failure, again);
    }

    /// What actions report, brought to the FX thread.
    private final class Watcher implements ActionWatcher {
        @Override
        public void begun(String id, String word) {
            parts.fx().run(() -> DetailViewModel.this.begun(id, word));
        }

        @Override
        public void ended(String id) {
            parts.fx().run(() -> DetailViewModel.this.ended(id));
        }

        @Override
        public void failed(String id, Problem failure, Runnable again) {
            parts.fx().run(() -> {
                deletedHere.remove(id);
                problems.failed(id, failure, again);
            });
        }
    }
}
