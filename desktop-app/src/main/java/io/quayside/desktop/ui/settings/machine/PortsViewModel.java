package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.settings.machine.PortForwarding.Ports;
import io.quayside.vm.error.VmException;
import io.quayside.vm.ports.ForwardState;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.PortRule;
import io.quayside.vm.ports.PortSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The ports of this computer that lead into the machine in the window. Changes count at once, one at a time. FX
/// thread;
/// asking happens on virtual threads, changing is a task.
public final class PortsViewModel {
    private final PortForwarding forwarding;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final FxThread fx;
    private final ReadOnlyObjectWrapper<Optional<Ports>> ports = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> changing = new ReadOnlyObjectWrapper<>(false);
    private final AtomicLong news = new AtomicLong();
    private Listening listening = new Listening();
    private List<ForwardStatus> lines = List.of();
    private long linesAsOf;
    private long settingsAsOf;

    public PortsViewModel(PortForwarding forwarding, Tasks tasks, ProblemMapper problems, FxThread fx) {
        this.forwarding = forwarding;
        this.tasks = tasks;
        this.problems = problems;
        this.fx = fx;
    }

    /// Empty until asked, and when the engine in the window is in no machine.
    ReadOnlyObjectProperty<Optional<Ports>> portsProperty() {
        return ports.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> changingProperty() {
        return changing.getReadOnlyProperty();
    }

    Optional<String> machine() {
        return forwarding.machine();
    }

    boolean settled() {
        return machine().isEmpty() || ports.get().isPresent() || problem.get().isPresent();
    }

    List<String> containers() {
        return forwarding.containers();
    }

    List<PortRule> rules() {
        return ports.get().map(now -> now.settings().rules()).orElse(List.of());
    }

    /// The rule that a line of the table is of.
    Optional<PortRule> rule(ForwardStatus line) {
        return line.origin() == ForwardStatus.Origin.AUTOMATIC
                ? Optional.empty()
                : rules().stream()
                        .filter(rule -> rule.protocol() == line.protocol()
                                && rule.address().equals(line.address())
                                && rule.port() == line.port())
                        .findFirst();
    }

    /// Whether this computer didn't give some of them.
    boolean canRetry() {
        return ports.get().stream()
                .flatMap(now -> now.all().stream())
                .anyMatch(line ->
                        line.state() instanceof ForwardState.Conflict || line.state() instanceof ForwardState.Failed);
    }

    /// Follows the ports until the handle is closed.
    Subscription follow() {
        listening.close();
        Listening mine = new Listening();
        listening = mine;
        Optional<String> name = forwarding.machine();
        if (!name.equals(ports.get().map(Ports::name))) {
            ports.set(Optional.empty());
        }
        problem.set(Optional.empty());
        name.ifPresent(machine -> Thread.ofVirtual().name("vm-ports").start(() -> listen(machine, mine)));
        return mine;
    }

    /// Listens first and looks then, so that no change between the two is missed.
    private void listen(String machine, Listening mine) {
        try {
            mine.take(forwarding.onPorts(machine, all -> {
                long asOf = news.incrementAndGet();
                fx.run(() -> heard(mine, asOf, all));
            }));
            Read read = read(machine);
            fx.run(() -> {
                if (!mine.closed()) {
                    show(read);
                }
            });
        } catch (VmException e) {
            Problem found = problems.map(e, new Attempt("look at the ports of", machine));
            fx.run(() -> {
                if (!mine.closed()) {
                    problem.set(Optional.of(found));
                }
            });
        }
    }

    /// What a look told, and which news are in it for sure.
    private record Read(long asOf, Ports ports) {}

    private Read read(String machine) throws VmException {
        long asOf = news.incrementAndGet();
        return new Read(asOf, forwarding.ports(machine));
    }

    /// Of lines and settings the newest count, whichever way they came.
    private void show(Read read) {
        Optional<PortSettings> known = ports.get()
                .filter(now -> now.name().equals(read.ports().name()))
                .map(Ports::settings);
        PortSettings settings =
                known.isEmpty() || read.asOf() > settingsAsOf ? read.ports().settings() : known.get();
        settingsAsOf = Math.max(settingsAsOf, read.asOf());
        if (read.asOf() > linesAsOf) {
            linesAsOf = read.asOf();
            lines = read.ports().all();
        }
        ports.set(Optional.of(new Ports(read.ports().name(), settings, lines)));
    }

    private void heard(Listening mine, long asOf, List<ForwardStatus> all) {
        if (!mine.closed() && asOf > linesAsOf) {
            linesAsOf = asOf;
            lines = all;
            ports.set(ports.get().map(now -> new Ports(now.name(), now.settings(), all)));
        }
    }

    /// A handle that may be closed before there is something to close.
    private static final class Listening implements Subscription {
        private Subscription handle = () -> {};
        private boolean closed;

        private synchronized void take(Subscription opened) {
            if (closed) {
                opened.close();
            } else {
                handle = opened;
            }
        }

        private synchronized boolean closed() {
            return closed;
        }

        @Override
        public synchronized void close() {
            closed = true;
            handle.close();
            handle = () -> {};
        }
    }

    /// Puts a rule in the place of another, or at the end. While something is being changed, nothing can be.
    ///
    /// @param done is run once the machine has it; not if that fails
    void put(Optional<PortRule> before, PortRule rule, Runnable done) {
        List<PortRule> next = new ArrayList<>(rules());
        int at = before.map(next::indexOf).orElse(-1);
        if (at < 0) {
            next.add(rule);
        } else {
            next.set(at, rule);
        }
        change(now -> now.withRules(next), done);
    }

    void remove(PortRule rule) {
        change(
                now -> now.withRules(now.rules().stream()
                        .filter(other -> !other.equals(rule))
                        .toList()),
                () -> {});
    }

    void setReach(PortSettings.Reach reach) {
        change(now -> now.withPublishedTo(reach), () -> {});
    }

    /// Whether there is nothing to [#reset].
    boolean isUsual() {
        return ports.get()
                .filter(now -> !now.settings().equals(PortSettings.USUAL))
                .isEmpty();
    }

    /// What resetting does, as a question; empty when it does nothing.
    Optional<String> resetText() {
        return ports.get()
                .map(Ports::settings)
                .filter(now -> !now.equals(PortSettings.USUAL))
                .map(now -> {
                    int rules = now.rules().size();
                    String removed = rules == 0
                            ? ""
                            : rules == 1 ? "The rule is removed. " : "The " + rules + " rules are removed. ";
                    String closed = now.publishedTo() == PortSettings.USUAL.publishedTo()
                            ? ""
                            : "Ports that containers publish are open to this computer only. ";
                    return removed + closed + "That counts at once.";
                });
    }

    /// What a new machine would have.
    void reset() {
        change(now -> PortSettings.USUAL, () -> {});
    }

    void retry() {
        start("Opening ports of ", "Tried to open the ports of ", forwarding::retryPorts, () -> {});
    }

    private void change(UnaryOperator<PortSettings> what, Runnable done) {
        Optional<PortSettings> before = ports.get().map(Ports::settings);
        if (before.isEmpty() || changing.get()) {
            return;
        }
        PortSettings next = what.apply(before.get());
        if (next.equals(before.get())) {
            done.run();
        } else {
            start("Changing ports of ", "Changed the ports of ", machine -> forwarding.setPorts(machine, next), done);
        }
    }

    /// What a task does.
    private interface Work {
        void on(String machine) throws VmException;
    }

    private void start(String title, String done, Work work, Runnable then) {
        Optional<String> name = ports.get().map(Ports::name);
        if (name.isEmpty() || changing.get()) {
            return;
        }
        String machine = name.get();
        changing.set(true);
        problem.set(Optional.empty());
        tasks.task(title + machine)
                .doneTitle(done + machine)
                .kind(TaskKind.ENGINE)
                .location("settings/port-forwarding")
                .brief()
                .explain(failure -> problems.map(failure, new Attempt("change the ports of", machine)))
                .onFailure(found -> problem.set(Optional.of(found)))
                .onEnd(() -> changing.set(false))
                .start(
                        context -> {
                            work.on(machine);
                            return read(machine);
                        },
                        read -> {
                            if (ports.get()
                                    .filter(now -> now.name().equals(machine))
                                    .isPresent()) {
                                show(read);
                            }
                            then.run();
                        });
    }
}
