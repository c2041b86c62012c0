package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the machine in the window has, and what the user wants it to have: applied or discarded as a whole. FX thread.
/// The machine is looked at on virtual threads, one at a time; applying is a task.
///
/// @param <T> what a look at the machine tells
/// @param <W> the part of it that can be changed
final class MachineDraft<T, W> {
    private static final Logger LOG = LoggerFactory.getLogger(MachineDraft.class);

    /// What it is about. [#look] and [#apply] block, all else is called on the FX thread.
    interface Subject<T, W> {
        /// The name of the machine; empty when the engine in the window is in none.
        Optional<String> machine();

        T look(String machine) throws VmException, InterruptedException;

        /// Of which machine a look was.
        String name(T seen);

        W applied(T seen);

        /// In how many settings two differ.
        int differences(W wanted, W applied);

        void apply(T from, W wanted) throws VmException, HostException, InterruptedException;

        /// How the task is called.
        Words words();
    }

    /// @param running in front of the machine's name: "Changing the resources of"
    /// @param done the same once it is done
    /// @param verb for what goes wrong: "change the resources of"
    /// @param location of the page
    record Words(String running, String done, String verb, String location) {}

    private final Subject<T, W> subject;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final FxThread fx;
    private final ReadOnlyObjectWrapper<Optional<T>> seen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<W>> wanted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> applying = new ReadOnlyObjectWrapper<>(false);
    private boolean unseen; // whether the problem is that the machine could not be looked at
    private Optional<Look> under = Optional.empty();
    private Optional<String> last = Optional.empty(); // the machine that was asked for

    /// A look that is under way. Its answer counts while it is the one of the draft.
    private static final class Look {
        private final String machine;
        private boolean again; // something may have changed since it began

        Look(String machine) {
            this.machine = machine;
        }
    }

    MachineDraft(Subject<T, W> subject, Tasks tasks, ProblemMapper problems, FxThread fx) {
        this.subject = subject;
        this.tasks = tasks;
        this.problems = problems;
        this.fx = fx;
    }

    /// Empty until the machine was looked at, and without one.
    ReadOnlyObjectProperty<Optional<T>> seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /// Empty like [#seenProperty].
    ReadOnlyObjectProperty<Optional<W>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> applyingProperty() {
        return applying.getReadOnlyProperty();
    }

    /// Whether there is nothing to wait for.
    boolean settled() {
        return subject.machine().isEmpty()
                || seen.get().isPresent()
                || problem.get().isPresent();
    }

    /// Looks again; what was changed and isn't applied stays. While a look is under way, another follows it.
    void refresh() {
        Optional<String> name = subject.machine();
        if (!name.equals(last)) {
            last = name;
            wanted.set(Optional.empty());
            seen.set(Optional.empty());
            tell(Optional.empty());
        }
        if (name.isEmpty()) {
            under = Optional.empty();
        } else if (under.filter(look -> look.machine.equals(name.get())).isPresent()) {
            under.get().again = true;
        } else {
            begin(name.get());
        }
    }

    private void begin(String machine) {
        Look look = new Look(machine);
        under = Optional.of(look);
        Thread.ofVirtual().name("vm-look").start(() -> look(look));
    }

    private void look(Look mine) {
        try {
            T answer = subject.look(mine.machine);
            fx.run(() -> end(mine, () -> {
                if (unseen) {
                    tell(Optional.empty());
                }
                take(answer, changes() == 0);
            }));
        } catch (VmException e) {
            Problem found = problems.map(e, new Attempt("look at", mine.machine));
            fx.run(() -> end(mine, () -> {
                unseen = true;
                problem.set(Optional.of(found));
            }));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Look mine, Runnable answer) {
        if (under.filter(now -> now == mine).isEmpty()) {
            return;
        }
        under = Optional.empty();
        answer.run();
        if (mine.again) {
            refresh();
        }
    }

    /// @param untouched whether the user hasn't changed anything since
    private void take(T answer, boolean untouched) {
        // First what is wanted: who hears of the look compares the two.
        if (untouched || wanted.get().isEmpty()) {
            wanted.set(Optional.of(subject.applied(answer)));
        }
        seen.set(Optional.of(answer));
    }

    void choose(W next) {
        if (seen.get().isPresent()) {
            wanted.set(Optional.of(next));
        }
    }

    void discard() {
        wanted.set(seen.get().map(subject::applied));
    }

    /// In how many settings the machine isn't yet as wanted.
    int changes() {
        return seen.get()
                .flatMap(now -> wanted.get().map(next -> subject.differences(next, subject.applied(now))))
                .orElse(0);
    }

    /// Shows a failure, or none.
    void tell(Optional<Problem> found) {
        unseen = false;
        problem.set(found);
    }

    /// Does nothing while a change is being applied.
    void apply() {
        if (changes() > 0) {
            apply(wanted.get().orElseThrow());
        }
    }

    /// Applies this, whatever is in the draft.
    void apply(W next) {
        if (applying.get() || seen.get().isEmpty()) {
            return;
        }
        T from = seen.get().get();
        String machine = subject.name(from);
        Words words = subject.words();
        applying.set(true);
        tell(Optional.empty());
        tasks.task(words.running() + " " + machine)
                .doneTitle(words.done() + " " + machine)
                .kind(TaskKind.ENGINE)
                .location(words.location())
                .explain(failure -> problems.map(failure, new Attempt(words.verb(), machine)))
                .onFailure(found -> tell(Optional.of(found)))
                .onEnd(() -> {
                    applying.set(false);
                    refresh();
                })
                .start(
                        context -> {
                            subject.apply(from, next);
                            return lookAfter(machine);
                        },
                        answer -> answer.ifPresent(now -> applied(now, next)));
    }

    /// That the machine can't be looked at now doesn't undo what was applied.
    private Optional<T> lookAfter(String machine) throws InterruptedException {
        try {
            return Optional.of(subject.look(machine));
        } catch (VmException e) {
            LOG.info("{} can't be looked at after a change: {}", machine, e.getMessage());
            return Optional.empty();
        }
    }

    private void applied(T answer, W sent) {
        if (last.equals(Optional.of(subject.name(answer)))) {
            under = Optional.empty(); // it may have begun before
            take(answer, wanted.get().equals(Optional.of(sent)));
        }
    }
}
