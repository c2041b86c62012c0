package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.engine.disk.DiskItem.Kind;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.vm.disk.ShrinkReport;
import io.quayside.vm.error.VmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What takes space on the engine's disk, what of it can go, and what became of the last time it went. FX thread; it is
/// measured on a virtual thread when asked to, freeing is a task.
public final class DiskViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(DiskViewModel.class);

    /// What was measured.
    ///
    /// @param machine of the engine, if it is in one
    record Measured(DiskPlan plan, Optional<EngineDisk.Use> machine, Instant at) {}

    private final EngineSession session;
    private final EngineDisk disk;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final FxThread fx;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<Measured>> measured = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Kind>> checked = new ReadOnlyObjectWrapper<>(
            Set.copyOf(Stream.of(Kind.values()).filter(Kind::isUsual).toList()));
    private final ReadOnlyObjectWrapper<String> result = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<DiskRun>> lastRun = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean asking;
    private Optional<Engine> of = Optional.empty();

    public DiskViewModel(
            EngineSession session,
            EngineDisk disk,
            Tasks tasks,
            ProblemMapper problems,
            FxThread fx,
            InstantSource clock) {
        this.session = session;
        this.disk = disk;
        this.tasks = tasks;
        this.problems = problems;
        this.fx = fx;
        this.clock = clock;
    }

    /// Empty until the engine has answered.
    ReadOnlyObjectProperty<Optional<Measured>> measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Set<Kind>> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /// "Freed 6.6 GB in 8.1 s.", or nothing.
    ReadOnlyObjectProperty<String> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// Planned against measured of the last time something went, since the app started.
    ReadOnlyObjectProperty<Optional<DiskRun>> lastRunProperty() {
        return lastRun.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether something is being freed.
    ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    boolean settled() {
        return !asking;
    }

    /// Asks the engine, unless it is being asked. Another engine than before forgets what was known.
    void measure() {
        Optional<Engine> engine = session.engine();
        if (!engine.equals(of)) {
            of = engine;
            measured.set(Optional.empty());
            result.set("");
            lastRun.set(Optional.empty());
            problem.set(Optional.empty());
        }
        if (engine.isEmpty() || asking) {
            return;
        }
        asking = true;
        Engine from = engine.get();
        Thread.ofVirtual().name("disk-plan").start(() -> {
            Optional<Measured> answer = ask(from);
            fx.run(() -> {
                asking = false;
                if (of.filter(from::equals).isPresent()) {
                    answer.ifPresent(now -> measured.set(Optional.of(now)));
                } else {
                    measure();
                }
            });
        });
    }

    private Optional<Measured> ask(Engine from) {
        try {
            return Optional.of(read(from));
        } catch (EngineException e) {
            LOG.info("The engine's disk can't be measured: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Measured read(Engine from) throws EngineException, InterruptedException {
        DiskPlan plan = DiskPlan.of(from.system().diskUsage(), clock.instant());
        return new Measured(plan, use(), clock.instant());
    }

    private Optional<EngineDisk.Use> use() throws InterruptedException {
        try {
            return disk.use();
        } catch (VmException e) {
            LOG.info("The machine's disk can't be measured: {}", e.getMessage());
            return Optional.empty();
        }
    }

    void check(Kind kind, boolean on) {
        Set<Kind> next = EnumSet.noneOf(Kind.class);
        next.addAll(checked.get());
        if (on) {
            next.add(kind);
        } else {
            next.remove(kind);
        }
        checked.set(Set.copyOf(next));
    }

    /// What is checked and there.
    List<DiskItem> chosen() {
        return measured.get().stream()
                .flatMap(now -> now.plan().items().stream())
                .filter(item ->
                        checked.get().contains(item.kind()) && !item.parts().isEmpty())
                .toList();
    }

    long chosenBytes() {
        return chosen().stream().mapToLong(DiskItem::bytes).sum();
    }

    /// Names exactly what goes.
    Confirmation question() {
        List<DiskItem> items = chosen();
        List<Confirmation.Line> lines = new ArrayList<>();
        for (DiskItem item : items) {
            if (item.kind() == Kind.CACHE) {
                lines.add(new Confirmation.Line(item.title(), Sizes.of(item.bytes())));
            } else {
                item.parts().forEach(part -> lines.add(new Confirmation.Line(part.name(), Sizes.of(part.bytes()))));
            }
        }
        boolean data = items.stream().anyMatch(item -> item.kind() == Kind.VOLUMES);
        String size = Sizes.of(chosenBytes());
        return new Confirmation(
                "Free " + size + "?",
                data
                        ? "Nothing running is touched. The data in the volumes is deleted for good."
                        : "Nothing running is touched, and volumes stay.",
                lines,
                "Free " + size,
                Optional.empty());
    }

    /// Deletes what is checked.
    void free() {
        List<DiskItem> items = chosen();
        if (items.isEmpty() || busy.get()) {
            return;
        }
        begin(
                "Freeing " + Sizes.of(chosenBytes()),
                "Freed space on the engine’s disk",
                "free space on",
                context -> free(items, context));
    }

    private String free(List<DiskItem> items, TaskContext context) throws EngineException, InterruptedException {
        Instant start = clock.instant();
        Engine engine = session.connected();
        long before = DiskPlan.of(engine.system().diskUsage(), start).total();
        // Containers first: an image is free once none was made from it.
        List<DiskItem> order = Stream.concat(
                        items.stream().filter(item -> item.kind() == Kind.CONTAINERS),
                        items.stream().filter(item -> item.kind() != Kind.CONTAINERS))
                .collect(Collectors.toList());
        Optional<EngineDisk.Use> fileBefore = use();
        int kept = new DiskFreeing(engine, context).free(order);
        Measured after = read(engine);
        long freed = Math.max(0, before - after.plan().total());
        Duration took = Duration.between(start, clock.instant());
        DiskRun run = DiskRun.freed(
                start,
                took,
                items.stream().mapToLong(DiskItem::bytes).sum(),
                freed,
                items.stream().anyMatch(item -> item.kind() == Kind.IMAGES || item.kind() == Kind.UNTAGGED),
                kept,
                fileBefore,
                after.machine());
        fx.run(() -> tell(engine, after, run));
        String words = "Freed " + Sizes.of(freed) + " in " + Times.took(took) + ".";
        String stay = switch (kept) {
            case 0 -> "";
            case 1 -> " 1 thing came into use and stays.";
            default -> " " + kept + " things came into use and stay.";
        };
        context.outcome(words + stay);
        return words + stay;
    }

    /// Gives blocks that nothing uses back to this computer.
    void shrink() {
        Optional<String> machine = measured.get().flatMap(Measured::machine).map(EngineDisk.Use::machine);
        if (machine.isEmpty() || busy.get()) {
            return;
        }
        begin(
                "Shrinking the disk file of " + machine.get(),
                "Shrank the disk file of " + machine.get(),
                "shrink",
                context -> {
                    Instant start = clock.instant();
                    Optional<EngineDisk.Use> before = use();
                    ShrinkReport report = disk.shrink(machine.get(), context::progress);
                    Engine engine = session.connected();
                    Measured after = read(engine);
                    DiskRun run = DiskRun.returned(
                            start, Duration.between(start, clock.instant()), report, before, after.machine());
                    fx.run(() -> tell(engine, after, run));
                    String words = "Returned " + Sizes.of(report.returned()) + " to this computer: "
                            + Sizes.of(report.onHostBefore()) + " before, " + Sizes.of(report.onHostAfter()) + " now.";
                    context.outcome(words);
                    return words;
                });
    }

    /// Unless another engine is in the window by now.
    private void tell(Engine from, Measured after, DiskRun run) {
        if (of.filter(from::equals).isPresent()) {
            measured.set(Optional.of(after));
            lastRun.set(Optional.of(run));
        }
    }

    private void begin(String title, String done, String verb, Tasks.Work<String> work) {
        busy.set(true);
        result.set("");
        problem.set(Optional.empty());
        tasks.task(title)
                .doneTitle(done)
                .kind(TaskKind.ENGINE)
                .location("engine")
                .explain(failure -> problems.map(failure, new Attempt(verb, "the engine’s disk")))
                .onFailure(found -> problem.set(Optional.of(found)))
                .onEnd(() -> busy.set(false))
                .start(work, result::set);
    }
}
