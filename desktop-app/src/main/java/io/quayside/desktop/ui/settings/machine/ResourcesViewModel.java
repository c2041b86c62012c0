package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.settings.machine.MachineSettings.Facts;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.MachineOptions;
import io.quayside.vm.model.Resources;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/// The limits of the machine in the window as they are being changed, and what changing them does. FX thread.
public final class ResourcesViewModel {
    private static final MachineDraft.Words WORDS = new MachineDraft.Words(
            "Changing the resources of", "Changed the resources of", "change the resources of", "settings/resources");

    private final MachineSettings settings;
    private final MachineDraft<Facts, MachineLimits> draft;
    private final ResourcesActions actions;
    private final FxThread fx;

    public ResourcesViewModel(MachineSettings settings, Tasks tasks, ProblemMapper problems, FxThread fx) {
        this.settings = settings;
        this.fx = fx;
        this.draft = new MachineDraft<>(new Limits(), tasks, problems, fx);
        this.actions = new ResourcesActions(settings, tasks, problems, draft::tell, this::refresh);
    }

    /// What is done at once.
    ResourcesActions actions() {
        return actions;
    }

    /// Empty until asked, and when the engine in the window is in no machine.
    ReadOnlyObjectProperty<Optional<Facts>> factsProperty() {
        return draft.seenProperty();
    }

    ReadOnlyObjectProperty<Optional<MachineLimits>> wantedProperty() {
        return draft.wantedProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return draft.problemProperty();
    }

    ReadOnlyObjectProperty<Boolean> applyingProperty() {
        return draft.applyingProperty();
    }

    /// The machine in the window, if the engine is in one.
    Optional<String> machine() {
        return settings.machine();
    }

    /// Whether there is nothing to wait for.
    boolean settled() {
        return draft.settled();
    }

    /// Follows starts and stops of the machine until the handle is closed.
    Subscription follow() {
        refresh();
        return settings.onStatus(() -> fx.run(this::refresh));
    }

    /// Asks again; what was changed and isn't applied stays.
    void refresh() {
        if (!machine().equals(facts().map(Facts::name))) {
            actions.forget();
        }
        draft.refresh();
    }

    private Optional<Facts> facts() {
        return draft.seenProperty().get();
    }

    private Optional<MachineLimits> wanted() {
        return draft.wantedProperty().get();
    }

    void choose(MachineLimits next) {
        draft.choose(next);
    }

    void discard() {
        draft.discard();
    }

    /// What a new machine would get; the disk stays at least as it is.
    void reset() {
        usual().ifPresent(this::choose);
    }

    /// Whether there is nothing to [#reset].
    boolean isUsual() {
        return usual().flatMap(usual -> wanted().map(next -> next.differences(usual) == 0))
                .orElse(true);
    }

    private Optional<MachineLimits> usual() {
        return facts().map(now -> {
            Resources usual = now.host().usual();
            Resources least = new Resources(
                    usual.cpus(),
                    usual.memoryMiB(),
                    Math.max(usual.diskGiB(), now.applied().resources().diskGiB()));
            return new MachineLimits(least, MachineOptions.USUAL.swapMiB(), MachineOptions.USUAL.idle());
        });
    }

    /// How many settings differ.
    int changes() {
        return draft.changes();
    }

    /// Whether the machine has to be restarted for it.
    boolean restarts() {
        return facts().filter(Facts::running)
                .flatMap(now -> wanted().map(next -> next.countsFromStart(now.applied())))
                .orElse(false);
    }

    /// What applying does.
    String effectText() {
        if (facts().filter(Facts::running).isEmpty()) {
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
        return draft.applyingProperty().get()
                ? Optional.of("The change is being applied")
                : switch (actions.busyProperty().get()) {
                    case NONE -> Optional.empty();
                    case MEMORY -> Optional.of("Memory is going back");
                    case DISK -> Optional.of("The disk is being moved");
                };
    }

    /// What the choice leaves of this computer's memory, in words; the warning when that is little.
    Optional<String> warning() {
        if (facts().isEmpty() || wanted().isEmpty()) {
            return Optional.empty();
        }
        HostCapacity host = facts().get().host();
        long left = host.memoryBytes() - (((long) wanted().get().resources().memoryMiB()) << 20);
        return left * 4 < host.memoryBytes()
                ? Optional.of("Leaves " + Sizes.of(left) + " of this computer’s memory for other programs.")
                : Optional.empty();
    }

    void apply() {
        if (whyBusy().isEmpty()) {
            draft.apply();
        }
    }

    /// What the draft is of.
    private final class Limits implements MachineDraft.Subject<Facts, MachineLimits> {
        @Override
        public Optional<String> machine() {
            return settings.machine();
        }

        @Override
        public Facts look(String machine) throws VmException, InterruptedException {
            return settings.facts(machine);
        }

        @Override
        public String name(Facts seen) {
            return seen.name();
        }

        @Override
        public MachineLimits applied(Facts seen) {
            return seen.applied();
        }

        @Override
        public int differences(MachineLimits wanted, MachineLimits applied) {
            return wanted.differences(applied);
        }

        @Override
        public void apply(Facts from, MachineLimits wanted) throws VmException, HostException, InterruptedException {
            settings.apply(from, wanted);
        }

        @Override
        public MachineDraft.Words words() {
            return WORDS;
        }
    }
}
