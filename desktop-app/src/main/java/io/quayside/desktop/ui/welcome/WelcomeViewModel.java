package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Answers;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Findings;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Found;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Own;
import io.quayside.desktop.ui.welcome.WelcomeEngines.SetUpFailedException;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Tested;
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
    private final WelcomeEngines engines;
    private final FxThread fx;
    private final Runnable finish;
    private final ExecutorService threads;
    private final ReadOnlyObjectWrapper<WelcomeState> state = new ReadOnlyObjectWrapper<>(new WelcomeState.Looking());
    private final ReadOnlyObjectWrapper<WelcomeOption> selected =
            new ReadOnlyObjectWrapper<>(new WelcomeOption.Connect());
    private final ReadOnlyObjectWrapper<Optional<Tested>> tested = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper testing = new ReadOnlyBooleanWrapper();
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

    StringProperty addressProperty() {
        return address;
    }

    /// Whether nothing is under way.
    public boolean settled() {
        return !(state.get() instanceof WelcomeState.Looking) && !testing.get();
    }

    /// Looks for engines, from the beginning.
    public void look() {
        int mine = begin();
        state.set(new WelcomeState.Looking());
        work = Optional.of(threads.submit(() -> {
            Findings findings = engines.look();
            publish(mine, () -> {
                state.set(new WelcomeState.Choosing(findings));
                selected.set(options(findings).stream()
                        .filter(option -> option.unavailable().isEmpty())
                        .findFirst()
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
        options.add(new WelcomeOption.Connect());
        options.add(new WelcomeOption.CreateVm());
        return options;
    }

    void select(WelcomeOption option) {
        if (option.unavailable().isEmpty()) {
            selected.set(option);
        }
    }

    /// Goes on with the selected choice.
    void proceed() {
        switch (selected.get()) {
            case WelcomeOption.UseFound option -> use(option.found().choice());
            case WelcomeOption.Connect _ -> test(true);
            case WelcomeOption.StartOwn option -> startOwn(option.own());
            case WelcomeOption.CreateVm _ -> {}
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

    private void startOwn(Own own) {
        int mine = begin();
        state.set(new WelcomeState.SettingUp(own, List.of(), false, Optional.empty()));
        work = Optional.of(threads.submit(() -> {
            try {
                engines.startOwn(steps -> publish(mine, () -> setUp(own, steps, false, Optional.empty())));
                publish(mine, () -> {
                    setUp(own, steps(), true, Optional.empty());
                    engines.use(own.choice());
                });
            } catch (SetUpFailedException e) {
                publish(mine, () -> setUp(own, steps(), false, Optional.of(e.problem())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // cancelled
            }
        }));
    }

    private void setUp(Own own, List<EngineStatus.Step> steps, boolean ready, Optional<Problem> failure) {
        state.set(new WelcomeState.SettingUp(own, steps, ready, failure));
    }

    private List<EngineStatus.Step> steps() {
        return state.get() instanceof WelcomeState.SettingUp settingUp ? settingUp.steps() : List.of();
    }

    /// Tries the start again after a failure.
    void tryAgain() {
        if (state.get() instanceof WelcomeState.SettingUp settingUp && !settingUp.isRunning()) {
            startOwn(settingUp.own());
        }
    }

    /// Ends a start that is under way, and goes back to the choices.
    void cancel() {
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
