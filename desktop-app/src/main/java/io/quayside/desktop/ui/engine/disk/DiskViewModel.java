package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.engine.disk.DiskItem.Kind;
import io.quayside.desktop.ui.engine.disk.DiskMeasure.Measured;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What takes space on the engine's disk, what of it can go, and what became of the last time it went. One for the card
/// on the page Engine and for the Disk doctor. FX thread; it is measured on a virtual thread when asked to, freeing and
/// shrinking are tasks.
public final class DiskViewModel {
    private final EngineSession session;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final DiskRuns runs;
    private final FxThread fx;
    private final InstantSource clock;
    private final DiskMeasure measure;
    private final DiskJob job;
    private final ReadOnlyObjectWrapper<Optional<Measured>> measured = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Set<Kind>> checked = new ReadOnlyObjectWrapper<>(
            Set.copyOf(Stream.of(Kind.values()).filter(Kind::isUsual).toList()));
    private final ReadOnlyObjectWrapper<String> result = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Boolean> asking = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<DiskRun>> lastRun = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<String> of = Optional.empty();

    /// @param runs keeps what became of the last time
    public DiskViewModel(
            EngineSession session,
            EngineDisk disk,
            Tasks tasks,
            ProblemMapper problems,
            DiskRuns runs,
            FxThread fx,
            InstantSource clock) {
        this.session = session;
        this.tasks = tasks;
        this.problems = problems;
        this.runs = runs;
        this.fx = fx;
        this.clock = clock;
        this.measure = new DiskMeasure(disk, clock);
        this.job = new DiskJob(session, disk, measure, clock);
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

    /// Planned against measured of the last time something went from this engine's disk.
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

    /// Whether it is being measured.
    ReadOnlyObjectProperty<Boolean> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    boolean settled() {
        return !asking.get();
    }

    Instant now() {
        return clock.instant();
    }

    FxThread fx() {
        return fx;
    }

    boolean isConnected() {
        return session.status() instanceof EngineStatus.Connected;
    }

    /// Tells whether there is a connection to the engine, until the handle is closed.
    Subscription onConnected(Consumer<Boolean> listener) {
        return session.onStatus(now -> fx.run(() -> listener.accept(now instanceof EngineStatus.Connected)));
    }

    /// Measures unless it is known for the engine in the window.
    void measureOnce() {
        if (measured.get().isEmpty() || !key().equals(of)) {
            measure();
        }
    }

    /// Asks the engine, unless it is being asked. Another engine than before forgets what was known.
    void measure() {
        Optional<String> key = key();
        if (!key.equals(of)) {
            of = key;
            measured.set(Optional.empty());
            result.set("");
            lastRun.set(Optional.empty());
            problem.set(Optional.empty());
        }
        Optional<Engine> engine = session.engine();
        if (engine.isEmpty() || asking.get()) {
            return;
        }
        asking.set(true);
        Engine from = engine.get();
        String name = key.orElse("");
        boolean runKnown = lastRun.get().isPresent();
        Thread.ofVirtual().name("disk-plan").start(() -> {
            Optional<DiskRun> kept = runKnown ? Optional.empty() : runs.of(name);
            try {
                Measured now = measure.of(from);
                fx.run(() -> answered(key, kept, () -> measured.set(Optional.of(now))));
            } catch (EngineException e) {
                fx.run(() -> answered(key, kept, () -> problem.set(Optional.of(failed("measure", e)))));
            } catch (InterruptedException e) {
                fx.run(() -> asking.set(false));
            }
        });
    }

    private void answered(Optional<String> from, Optional<DiskRun> kept, Runnable take) {
        asking.set(false);
        if (!from.equals(of) || !from.equals(key())) {
            measure();
            return;
        }
        if (lastRun.get().isEmpty()) {
            lastRun.set(kept);
        }
        problem.set(Optional.empty());
        take.run();
    }

    private Problem failed(String verb, Throwable why) {
        return problems.map(why, new Attempt(verb, "the engine’s disk"));
    }

    private Optional<String> key() {
        return session.choice().map(EngineChoice::key);
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

    /// What is checked and there. Logs go with stopped containers that go, so they aren't cut then.
    List<DiskItem> chosen() {
        List<DiskItem> all = checkedItems();
        return all.stream().anyMatch(item -> item.kind() == Kind.CONTAINERS)
                ? all.stream().filter(item -> item.kind() != Kind.LOGS).toList()
                : all;
    }

    private List<DiskItem> checkedItems() {
        return measured.get().stream()
                .flatMap(now -> now.plan().items().stream())
                .filter(item ->
                        checked.get().contains(item.kind()) && !item.parts().isEmpty())
                .toList();
    }

    /// What this computer gets back of what is chosen, in bytes; 0 without a machine, and when blocks aren't chosen.
    long chosenBack() {
        List<DiskItem> items = chosen();
        return items.stream().anyMatch(item -> item.kind() == Kind.BLOCKS)
                ? items.stream().mapToLong(DiskItem::bytes).sum()
                : 0;
    }

    /// Names exactly what goes.
    Confirmation question() {
        return DiskQuestions.free(chosen());
    }

    /// Empty for an engine in no machine.
    Optional<Confirmation> shrinkQuestion() {
        int running = (int) session.mirror().snapshot().containers().stream()
                .flatMap(all -> all.values().stream())
                .filter(container -> container.isUp())
                .count();
        return measured.get().flatMap(Measured::machine).map(use -> DiskQuestions.shrink(use, running));
    }

    /// Deletes what is checked.
    void free() {
        List<DiskItem> items = chosen();
        if (items.isEmpty() || busy.get()) {
            return;
        }
        long freed = DiskRun.engineBytes(items);
        begin(
                freed > 0 ? "Freeing " + Sizes.of(freed) : "Returning free blocks to this computer",
                freed > 0 ? "Freed space on the engine’s disk" : "Returned free blocks to this computer",
                "free space on",
                context -> {
                    DiskJob.Outcome outcome = job.free(items, context);
                    context.outcome(outcome.words());
                    return outcome;
                });
    }

    /// Stops the machine and copies its disk's file without what is empty.
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
                    DiskJob.Outcome outcome = job.shrink(machine.get(), context);
                    context.outcome(outcome.words());
                    return outcome;
                });
    }

    private void begin(String title, String done, String verb, Tasks.Work<DiskJob.Outcome> work) {
        Optional<String> from = key();
        busy.set(true);
        result.set("");
        problem.set(Optional.empty());
        tasks.task(title)
                .doneTitle(done)
                .kind(TaskKind.ENGINE)
                .location(DoctorPage.PAGE)
                .explain(failure -> failed(verb, failure))
                .onFailure(found -> problem.set(Optional.of(found)))
                .onEnd(() -> busy.set(false))
                .start(
                        context -> {
                            DiskJob.Outcome outcome = work.run(context);
                            runs.keep(from.orElse(""), outcome.run());
                            return outcome;
                        },
                        outcome -> tell(from, outcome));
    }

    /// Unless another engine is in the window by now.
    private void tell(Optional<String> from, DiskJob.Outcome outcome) {
        if (from.equals(of) && from.equals(key())) {
            measured.set(Optional.of(outcome.after()));
            lastRun.set(Optional.of(outcome.run()));
            result.set(outcome.words());
        }
    }
}
