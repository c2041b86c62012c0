package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.MachineOptions;
import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The limits of the machine in the window as they are being changed: applied or discarded as a whole. FX thread;
/// asking happens on a virtual thread, applying is a task.
public final class ResourcesViewModel {
    private final MachineSettings settings;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final FxThread fx;
    private final ReadOnlyObjectWrapper<Optional<Facts>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MachineLimits>> wanted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> applying = new ReadOnlyObjectWrapper<>(false);
    private final ResourcesActions actions;
    private boolean unseen; // whether the problem is that the machine could not be looked at
    private int round;

    public ResourcesViewModel(MachineSettings settings, Tasks tasks, ProblemMapper problems, FxThread fx) {
        this.settings = settings;
        this.tasks = tasks;
        this.problems = problems;
        this.fx = fx;
        actions = new ResourcesActions(
                settings,
                tasks,
                problems,
                found -> {
                    unseen = false;
                    problem.set(found);
                },
                this::refresh);
    }

    /// What is done at once.
    ResourcesActions actions() {
        return actions;
    }

    /// Empty until asked, and when the engine in the window is in no machine.
    ReadOnlyObjectProperty<Optional<Facts>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<MachineLimits>> wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Boolean> applyingProperty() {
        return applying.getReadOnlyProperty();
    }

    /// The machine in the window, if the engine is in one.
    public Optional<String> machine() {
        return settings.machine();
    }

    /// Whether there is nothing to wait for.
    public boolean settled() {
        return machine().isEmpty() || facts.get().isPresent() || problem.get().isPresent();
    }

    /// Asks again; what was changed and isn't applied stays. To be called when the page appears.
    void refresh() {
        int mine = ++round;
        Optional<String> name = settings.machine();
        if (name.isEmpty() || !name.equals(facts.get().map(Facts::name))) {
            facts.set(Optional.empty());
            wanted.set(Optional.empty());
            actions.forget();
        }
        name.ifPresent(machine -> Thread.ofVirtual().name("vm-facts").start(() -> ask(machine, mine)));
    }

    private void ask(String machine, int from) {
        try {
            Facts answer = settings.facts(machine);
            fx.run(() -> {
                if (from == round) {
                    boolean untouched = changes() == 0;
                    facts.set(Optional.of(answer));
                    if (unseen) {
                        unseen = false;
                        problem.set(Optional.empty());
                    }
                    if (untouched) {
                        wanted.set(Optional.of(answer.applied()));
                    }
                }
            });
        } catch (VmException e) {
            Problem found = problems.map(e, new Attempt("look at", machine));
            fx.run(() -> {
                if (from == round) {
                    unseen = true;
                    problem.set(Optional.of(found));
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void choose(MachineLimits next) {
        wanted.set(Optional.of(next));
    }

    void discard() {
        wanted.set(facts.get().map(Facts::applied));
    }

    /// What a new machine would get; the disk stays at least as it is.
    public void reset() {
        facts.get().ifPresent(now -> {
            Resources usual = now.host().usual();
            Resources least = new Resources(
                    usual.cpus(),
                    usual.memoryMiB(),
                    Math.max(usual.diskGiB(), now.applied().resources().diskGiB()));
            wanted.set(
                    Optional.of(new MachineLimits(least, MachineOptions.USUAL.swapMiB(), MachineOptions.USUAL.idle())));
        });
    }

    /// How many settings differ.
    int changes() {
        return facts.get()
                .flatMap(now -> wanted.get().map(next -> next.differences(now.applied())))
                .orElse(0);
    }

    /// Whether the machine has to be restarted for it.
    boolean restarts() {
        return facts.get()
                .filter(Facts::running)
                .flatMap(now -> wanted.get().map(next -> next.countsFromStart(now.applied())))
                .orElse(false);
    }

    /// What applying does.
    String effectText() {
        if (facts.get().filter(Facts::running).isEmpty()) {
            return "Counts from the next start of the VM.";
        }
        if (!restarts()) {
            return "Applies without restarting the VM. No container is affected.";
        }
        return "The VM restarts" + whatStops();
    }

    private String whatStops() {
        int running = settings.runningContainers();
        return switch (running) {
            case 0 -> ". No container runs.";
            case 1 -> ", 1 container stops.";
            default -> ", " + running + " containers stop.";
        };
    }

    /// What moving the disk does.
    ///
    /// @param folder where to; empty for the machine's own
    String moveText(Facts from, Optional<Path> folder) {
        String to = folder.map(Folders::shown).orElse("the folder of " + from.name());
        return (from.running() ? "Stops the VM" + whatStops() + " " : "")
                + "The disk file (" + Sizes.of(from.disk().bytes()) + ") goes to " + to
                + ": a copy is made and compared before the old file is deleted; within one file system nothing has to be"
                + " copied. Until then, Cancel in Tasks leaves it where it is."
                + (from.running() ? " Then the VM starts again." : "");
    }

    /// Why nothing else can be begun now.
    Optional<String> whyBusy() {
        return applying.get()
                ? Optional.of("The change is being applied")
                : switch (actions.busyProperty().get()) {
                    case NONE -> Optional.empty();
                    case MEMORY -> Optional.of("Memory is going back");
                    case DISK -> Optional.of("The disk is being moved");
                };
    }

    /// What the choice leaves of this computer's memory, in words; the warning when that is little.
    Optional<String> warning() {
        if (facts.get().isEmpty() || wanted.get().isEmpty()) {
            return Optional.empty();
        }
        HostCapacity host = facts.get().get().host();
        long left = host.memoryBytes() - (((long) wanted.get().get().resources().memoryMiB()) << 20);
        return left * 4 < host.memoryBytes()
                ? Optional.of("Leaves " + Sizes.of(left) + " of this computer’s memory for other programs.")
                : Optional.empty();
    }

    void apply() {
        if (changes() == 0 || whyBusy().isPresent()) {
            return;
        }
        Facts from = facts.get().orElseThrow();
        MachineLimits next = wanted.get().orElseThrow();
        applying.set(true);
        unseen = false;
        problem.set(Optional.empty());
        tasks.task("Changing the resources of " + from.name())
                .doneTitle("Changed the resources of " + from.name())
                .kind(TaskKind.ENGINE)
                .location("settings/resources")
                .explain(failure -> problems.map(failure, new Attempt("change the resources of", from.name())))
                .onFailure(found -> problem.set(Optional.of(found)))
                .onEnd(() -> {
                    applying.set(false);
                    refreshAfter(next);
                })
                .start(context -> {
                    settings.apply(from, next);
                    return next;
                });
    }

    private void refreshAfter(MachineLimits next) {
        if (problem.get().isEmpty()) {
            facts.set(facts.get()
                    .map(now -> new Facts(
                            now.name(),
                            next,
                            now.host(),
                            now.running(),
                            now.sleep(),
                            now.memoryUsed(),
                            now.diskUsed(),
                            now.disk())));
        }
        refresh();
    }
}
