package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Answers;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Findings;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Found;
import io.quayside.desktop.ui.welcome.WelcomeEngines.SetUpFailedException;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Tested;
import io.quayside.vm.model.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// First run from looking around to an engine in use. FX thread; looking, testing and starting happen on virtual
/// threads named `welcome-`.
public final class WelcomeViewModel implements AutoCloseable {
    private static final VmCheck TESTING = new VmCheck(VmCheck.Result.CHECKING, "Testing virtualisation…", "", "");

    private final WelcomeEngines engines;
    private final FxThread fx;
    private final Runnable finish;
    private final ExecutorService threads;
    private final ReadOnlyObjectWrapper<WelcomeState> state = new ReadOnlyObjectWrapper<>(new WelcomeState.Looking());
    private final ReadOnlyObjectWrapper<WelcomeOption> selected =
            new ReadOnlyObjectWrapper<>(new WelcomeOption.Connect());
    private final ReadOnlyObjectWrapper<Optional<Tested>> tested = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<VmCheck> acceleration = new ReadOnlyObjectWrapper<>(TESTING);
    private final ReadOnlyObjectWrapper<Optional<Resources>> resources = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final NewVmExtras extras = new NewVmExtras();
    private boolean accelerationAsked;
    private boolean machinePreferred;
    private final StringProperty address = new SimpleStringProperty("");
    private Optional<Future<?>> work = Optional.empty();
    private int round; // what comes from an earlier one is ignored

    /// `finish` leaves first run.
    public WelcomeViewModel(WelcomeEngines engines, FxThread fx, Runnable finish) {
        this(
                engines,
                fx,
                finish,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("welcome-", 0).factory()));
    }

    WelcomeViewModel(WelcomeEngines engines, FxThread fx, Runnable finish, ExecutorService threads) {
        this.engines = engines;
        this.fx = fx;
        this.finish = finish;
        this.threads = threads;
        address.subscribe(() -> tested.set(Optional.empty()));
    }

    ReadOnlyObjectProperty<WelcomeState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WelcomeOption> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What came of the last test of the address; empty once the address changes.
    ReadOnlyObjectProperty<Optional<Tested>> testedProperty() {
        return tested.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty testingProperty() {
        return testing.getReadOnlyProperty();
    }

    /// How well this computer runs machines; asked when the choice of a new one is selected first.
    ReadOnlyObjectProperty<VmCheck> accelerationProperty() {
        return acceleration.getReadOnlyProperty();
    }

    /// What the new machine is to get; empty until it was changed.
    ReadOnlyObjectProperty<Optional<Resources>> resourcesProperty() {
        return resources.getReadOnlyProperty();
    }

    void choose(Resources wanted) {
        resources.set(Optional.of(wanted));
    }

    /// What it gets beside that.
    NewVmExtras extras() {
        return extras;
    }

    /// Why Quayside can't start at login; empty where it can.
    Optional<String> whyNoLogin() {
        return engines.loginStart().unavailable();
    }

    /// Tests the processor once more.
    void testAgain() {
        testAcceleration(true);
    }

    private void testAcceleration(boolean again) {
        accelerationAsked = true;
        acceleration.set(TESTING);
        threads.submit(() -> {
            VmCheck result = engines.acceleration(again);
            fx.run(() -> acceleration.set(result));
        });
    }

    StringProperty addressProperty() {
        return address;
    }

    /// Whether nothing is under way.
    public boolean settled() {
        boolean checking = selected.get() instanceof WelcomeOption.CreateVm
                && acceleration.get().result() == VmCheck.Result.CHECKING;
        return !(state.get() instanceof WelcomeState.Looking) && !testing.get() && !checking;
    }

    /// Whether a new machine is selected first, at `first-run/vm`.
    void preferMachine(boolean preferred) {
        machinePreferred = preferred;
    }

    /// Looks for engines, from the beginning.
    public void look() {
        int mine = begin();
        state.set(new WelcomeState.Looking());
        work = Optional.of(threads.submit(() -> {
            Findings findings;
            try {
                findings = engines.look();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // something else was begun
                return;
            }
            publish(mine, () -> {
                if (findings.vm() instanceof WelcomeEngines.NewVm vm) {
                    extras.offer(vm.folder());
                }
                state.set(new WelcomeState.Choosing(findings));
                List<WelcomeOption> possible = options(findings).stream()
                        .filter(option -> option.unavailable().isEmpty())
                        .toList();
                select(possible.stream()
                        .filter(option -> machinePreferred && option instanceof WelcomeOption.CreateVm)
                        .findFirst()
                        .or(() -> possible.stream().findFirst())
                        .orElseGet(WelcomeOption.Connect::new));
            });
        }));
    }

    /// The choices there are, best first; the ones that can't be chosen stay in their place.
    static List<WelcomeOption> options(Findings findings) {
        List<WelcomeOption> options = new ArrayList<>();
        for (Found found : findings.running()) {
            options.add(new WelcomeOption.UseFound(found));
        }
        options.add(new WelcomeOption.StartOwn(findings.own()));
        options.add(
                switch (findings.vm()) {
                    case WelcomeEngines.NewVm vm -> new WelcomeOption.CreateVm(vm);
                    case WelcomeEngines.KnownVm vm -> new WelcomeOption.StartVm(vm);
                });
        options.add(new WelcomeOption.Connect());
        return options;
    }

    void select(WelcomeOption option) {
        if (option.unavailable().isEmpty()) {
            selected.set(option);
            if (option instanceof WelcomeOption.CreateVm && !accelerationAsked) {
                testAcceleration(false);
            }
        }
    }

    /// Goes on with the selected choice.
    void proceed() {
        switch (selected.get()) {
            case WelcomeOption.UseFound option -> use(option.found().choice());
            case WelcomeOption.Connect _ -> test(true);
            case WelcomeOption.StartOwn option ->
                setUp(new SetUpJob.Own(option.own().choice()));
            case WelcomeOption.CreateVm option ->
                setUp(new SetUpJob.NewVm(
                        option.vm().choice(),
                        extras.with(resources.get().orElse(option.vm().offer().usual())),
                        extras.startAtLoginProperty().get()));
            case WelcomeOption.StartVm option ->
                setUp(new SetUpJob.ExistingVm(option.vm().choice()));
        }
    }

    /// Why the selected choice can't go on yet.
    Optional<String> missing() {
        return selected.get() instanceof WelcomeOption.Connect && address.get().isBlank()
                ? Optional.of("Enter an address or the name of a context")
                : Optional.empty();
    }

    void test() {
        test(false);
    }

    private void test(boolean useIt) {
        if (missing().isPresent() || testing.get()) {
            return;
        }
        String wanted = address.get().strip();
        int mine = begin();
        testing.set(true);
        work = Optional.of(threads.submit(() -> {
            Tested result = engines.test(wanted);
            publish(mine, () -> {
                testing.set(false);
                tested.set(Optional.of(result));
                if (useIt && result instanceof Answers answer) {
                    use(answer.engine().choice());
                }
            });
        }));
    }

    private void use(EngineChoice choice) {
        engines.use(choice);
        finish.run();
    }

    private void setUp(SetUpJob job) {
        int mine = begin();
        state.set(new WelcomeState.SettingUp(job, List.of(), false, false, Optional.empty()));
        work = Optional.of(threads.submit(() -> {
            try {
                job.run(engines, steps -> publish(mine, () -> show(job, steps, false, Optional.empty())));
                publish(mine, () -> {
                    show(job, steps(), true, Optional.empty());
                    engines.use(job.choice());
                });
            } catch (SetUpFailedException e) {
                publish(mine, () -> {
                    if (isCancelling()) {
                        look();
                    } else {
                        show(job, steps(), false, Optional.of(e.problem()));
                    }
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // cancelled
                publish(mine, this::look);
            }
        }));
    }

    private void show(SetUpJob job, List<EngineStatus.Step> steps, boolean ready, Optional<Problem> failure) {
        state.set(new WelcomeState.SettingUp(job, steps, ready, !ready && isCancelling(), failure));
    }

    private boolean isCancelling() {
        return state.get() instanceof WelcomeState.SettingUp settingUp && settingUp.cancelling();
    }

    private List<EngineStatus.Step> steps() {
        return state.get() instanceof WelcomeState.SettingUp settingUp ? settingUp.steps() : List.of();
    }

    /// Tries the start again after a failure.
    void tryAgain() {
        if (state.get() instanceof WelcomeState.SettingUp settingUp && !settingUp.isRunning()) {
            setUp(settingUp.job());
        }
    }

    /// Ends a start that is under way, and goes back to the choices; what was made for it is taken back first.
    void cancel() {
        if (state.get() instanceof WelcomeState.SettingUp settingUp
                && settingUp.isRunning()
                && settingUp.job().undoes()) {
            state.set(new WelcomeState.SettingUp(settingUp.job(), settingUp.steps(), false, true, Optional.empty()));
            work.ifPresent(running -> running.cancel(true));
            return;
        }
        begin();
        look();
    }

    /// Leaves first run: with the engine that was set up, or with none.
    void finish() {
        begin();
        finish.run();
    }

    private int begin() {
        work.ifPresent(running -> running.cancel(true));
        work = Optional.empty();
        testing.set(false);
        return ++round;
    }

    private void publish(int from, Runnable change) {
        fx.run(() -> {
            if (from == round) {
                change.run();
            }
        });
    }

    @Override
    public void close() {
        begin();
        threads.close();
    }
}
