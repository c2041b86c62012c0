package io.quayside.desktop.ui.engine;

import io.quayside.desktop.settings.AddedEngine;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.FxThread;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The engines that can be chosen, each with a live test. FX thread; reading and testing happen on virtual threads.
public final class ChooseEngineViewModel {
    /// One line of the list.
    public static final class Candidate {
        private final EngineChoice choice;
        private final ReadOnlyObjectWrapper<EngineTest> test = new ReadOnlyObjectWrapper<>(new EngineTest.Testing());

        Candidate(EngineChoice choice) {
            this.choice = choice;
        }

        EngineChoice choice() {
            return choice;
        }

        ReadOnlyObjectProperty<EngineTest> testProperty() {
            return test.getReadOnlyProperty();
        }
    }

    private final EngineSession session;
    private final Function<EngineChoice, EngineTest> tester;
    private final AddedEngines added;
    private final Consumer<EngineChoice> remember;
    private final FxThread fx;
    private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("engine-test-", 0).factory());
    private int round;
    private boolean listed;

    /// @param added those that can be removed from the list again
    /// @param remember keeps a choice for the next start
    public ChooseEngineViewModel(
            EngineSession session,
            Function<EngineChoice, EngineTest> tester,
            AddedEngines added,
            Consumer<EngineChoice> remember,
            FxThread fx) {
        this.session = session;
        this.tester = tester;
        this.added = added;
        this.remember = remember;
        this.fx = fx;
    }

    ObservableList<Candidate> candidates() {
        return candidates;
    }

    /// Whether this is the engine in use.
    boolean isInUse(EngineChoice choice) {
        return session.choice().filter(now -> now.key().equals(choice.key())).isPresent();
    }

    /// Makes it the engine of the window; Quayside's own is started first if it doesn't run.
    void use(Candidate candidate) {
        remember.accept(candidate.choice);
        if (candidate.test.get() instanceof EngineTest.NotStarted) {
            session.useAndStart(candidate.choice);
        } else {
            session.use(candidate.choice);
        }
    }

    /// The engine behind a choice, if the user added it by hand.
    Optional<AddedEngine> added(EngineChoice choice) {
        return added.all().stream()
                .filter(engine -> added.key(engine).equals(choice.key()))
                .findFirst();
    }

    /// Forgets an engine that the user added.
    void remove(AddedEngine engine) {
        added.remove(engine);
        refresh();
    }

    /// Finds what there is and tests each again.
    void refresh() {
        int mine = ++round;
        listed = false;
        executor.execute(() -> {
            List<EngineChoice> found = session.choices();
            fx.run(() -> {
                if (mine == round) {
                    listed = true;
                    candidates.setAll(found.stream().map(Candidate::new).toList());
                    List.copyOf(candidates).forEach(this::test);
                }
            });
        });
    }

    /// Whether the list is there and every test has ended.
    boolean settled() {
        return listed && candidates.stream().noneMatch(candidate -> candidate.test.get() instanceof EngineTest.Testing);
    }

    /// Tests one again.
    void test(Candidate candidate) {
        candidate.test.set(new EngineTest.Testing());
        executor.execute(() -> {
            EngineTest result = tester.apply(candidate.choice());
            fx.run(() -> candidate.test.set(result));
        });
    }
}
