package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What first run asks about engines and does with them. All but [#use] block and are called on virtual threads.
public interface WelcomeEngines {
    /// What a look around found.
    ///
    /// @param running engines that answered, the one `docker` itself would use first
    /// @param known contexts and sockets that could be connected to, answering or not
    /// @param checked every place that was looked at, in order
    record Findings(List<Found> running, List<EngineChoice> known, List<Checked> checked, Own own) {
        public Findings {
            running = List.copyOf(running);
            known = List.copyOf(known);
            checked = List.copyOf(checked);
        }
    }

    /// An engine that answers.
    ///
    /// @param product with its version: "Docker Engine 28.5.2"
    record Found(EngineChoice choice, String product) {}

    /// One place: a variable, a context, a socket.
    ///
    /// @param result what was there, in a few words
    record Checked(String place, String result) {}

    /// The engine that Quayside can start on this computer.
    ///
    /// @param unavailable why it can't, if it can't
    record Own(EngineChoice choice, Optional<Problem> unavailable) {}

    /// What came of trying to reach an engine.
    sealed interface Tested {}

    /// It answered.
    record Answers(Found engine) implements Tested {}

    /// It didn't.
    record Fails(Problem problem) implements Tested {}

    /// A start that failed, with the problem to show.
    final class SetUpFailedException extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        public SetUpFailedException(Problem problem, Throwable cause) {
            super(problem.title(), cause);
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    Findings look();

    /// Tries an address or the name of a context.
    Tested test(String addressOrContext);

    /// Makes this the engine of the window, now and at later starts. Returns at once.
    void use(EngineChoice choice);

    /// Starts Quayside's own engine and returns once it answers. `steps` hears of each step as it begins and ends, on
    /// any thread. Interrupting the thread ends the attempt and what it started.
    void startOwn(Consumer<List<EngineStatus.Step>> steps) throws SetUpFailedException, InterruptedException;
}
