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
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The ports of this computer that lead into the machine in the window. Changes count at once. FX thread; asking
/// happens
/// on virtual threads, changing is a task.
public final class PortsViewModel {
    private final PortForwarding forwarding;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final FxThread fx;
    private final ReadOnlyObjectWrapper<Optional<Ports>> ports = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> changing = new ReadOnlyObjectWrapper<>(false);
    private Subscription listening = () -> {};
    private int round;

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
        int mine = ++round;
        Optional<String> name = forwarding.machine();
        if (!name.equals(ports.get().map(Ports::name))) {
            ports.set(Optional.empty());
        }
        problem.set(Optional.empty());
        name.ifPresent(machine -> Thread.ofVirtual().name("vm-ports").start(() -> listen(machine, mine)));
        return () -> {
            round++;
            listening.close();
            listening = () -> {};
        };
    }

    private void listen(String machine, int from) {
        try {
            Ports answer = forwarding.ports(machine);
            fx.run(() -> heard(from, answer));
            Subscription handle = forwarding.onPorts(machine, all -> fx.run(() -> heard(machine, from, all)));
            fx.run(() -> {
                if (from == round) {
                    listening = handle;
                } else {
                    handle.close();
                }
            });
        } catch (VmException e) {
            Problem found = problems.map(e, new Attempt("look at the ports of", machine));
            fx.run(() -> {
                if (from == round) {
                    problem.set(Optional.of(found));
                }
            });
        }
    }

    private void heard(int from, Ports answer) {
        if (from == round) {
            ports.set(Optional.of(answer));
        }
    }

    private void heard(String machine, int from, List<ForwardStatus> all) {
        if (from == round) {
            ports.set(ports.get().map(now -> new Ports(machine, now.settings(), all)));
        }
    }

    /// Puts a rule in the place of another, or at the end.
    void put(Optional<PortRule> before, PortRule rule) {
        List<PortRule> next = new ArrayList<>(rules());
        int at = before.map(next::indexOf).orElse(-1);
        if (at < 0) {
            next.add(rule);
        } else {
            next.set(at, rule);
        }
        change(now -> now.withRules(next));
    }

    void remove(PortRule rule) {
        change(now -> now.withRules(
                now.rules().stream().filter(other -> !other.equals(rule)).toList()));
    }

    void setReach(PortSettings.Reach reach) {
        change(now -> now.withPublishedTo(reach));
    }

    void retry() {
        start("Opening ports of ", "Tried to open the ports of ", forwarding::retryPorts);
    }

    private void change(UnaryOperator<PortSettings> what) {
        Optional<PortSettings> before = ports.get().map(Ports::settings);
        if (before.isEmpty() || changing.get()) {
            return;
        }
        PortSettings next = what.apply(before.get());
        if (!next.equals(before.get())) {
            start("Changing ports of ", "Changed the ports of ", machine -> forwarding.setPorts(machine, next));
        }
    }

    /// What a task does.
    private interface Work {
        void on(String machine) throws VmException;
    }

    private void start(String title, String done, Work work) {
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
                            return forwarding.ports(machine);
                        },
                        answer -> ports.set(Optional.of(answer)));
    }
}
