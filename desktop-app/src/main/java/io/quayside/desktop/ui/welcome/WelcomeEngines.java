package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.login.LoginStart;
import io.quayside.desktop.machine.NewMachine;
import io.quayside.desktop.machine.VmCheck;
import io.quayside.desktop.machine.VmOffer;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What first run asks about engines and does with them. All but [#use] block and are called on virtual threads.
public interface WelcomeEngines {
    /// What a look around found.
    ///
    /// @param running engines that answered, the one `docker` itself would use first
    /// @param known contexts and sockets that could be connected to, answering or not
    /// @param checked every place that was looked at, in order
    /// @param vm the machine there is, or the one that could be made
    record Findings(List<Found> running, List<EngineChoice> known, List<Checked> checked, Own own, Vm vm) {
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

    /// A virtual machine with an engine in it.
    sealed interface Vm {
        EngineChoice choice();
    }

    /// One that could be made.
    ///
    /// @param folder that would be shared with it unless asked otherwise
    record NewVm(EngineChoice choice, VmOffer offer, Optional<Path> folder) implements Vm {}

    /// One that there is.
    ///
    /// @param facts what it has, in words
    record KnownVm(EngineChoice choice, String facts) implements Vm {}

    /// Hears of each step of a start as it begins and ends, on any thread.
    interface Steps {
        void now(List<EngineStatus.Step> steps);
    }

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

    Findings look() throws InterruptedException;

    /// Tries an address or the name of a context.
    Tested test(String addressOrContext);

    /// Makes this the engine of the window, now and at later starts. Returns at once.
    void use(EngineChoice choice);

    /// Starts Quayside's own engine and returns once it answers. Interrupting the thread ends the attempt and what it
    /// started.
    void startOwn(Steps steps) throws SetUpFailedException, InterruptedException;

    /// Tests how well this computer runs machines.
    ///
    /// @param again don't rely on an earlier test
    VmCheck acceleration(boolean again);

    /// Whether Quayside starts when the user logs in.
    LoginStart loginStart();

    /// Makes the machine that was offered and starts it. If that fails, or the thread is interrupted, nothing of it is
    /// left when this returns.
    void createVm(NewMachine wanted, Steps steps) throws SetUpFailedException, InterruptedException;

    /// Starts a machine that there is. Interrupting the thread ends the attempt.
    void startVm(EngineChoice choice, Steps steps) throws SetUpFailedException, InterruptedException;
}
