package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.machine.NewMachine;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.welcome.WelcomeEngines.SetUpFailedException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the third step of first run does, in its words.
sealed interface SetUpJob {
    Logger LOG = LoggerFactory.getLogger(SetUpJob.class);

    /// The engine that is used once it is done.
    EngineChoice choice();

    /// The title while it runs.
    String running();

    /// The title once it failed.
    String failed();

    /// What stands as the only step before the first one is known.
    default String beginning() {
        return "Checking this computer";
    }

    /// Whether Cancel takes back what was made, which takes a moment.
    default boolean undoes() {
        return false;
    }

    /// Does it; interrupting the thread ends it.
    void run(WelcomeEngines engines, WelcomeEngines.Steps steps) throws SetUpFailedException, InterruptedException;

    /// Starts Quayside's own engine.
    record Own(EngineChoice choice) implements SetUpJob {
        @Override
        public String running() {
            return "Starting Docker Engine";
        }

        @Override
        public String failed() {
            return "Docker Engine could not be started";
        }

        @Override
        public void run(WelcomeEngines engines, WelcomeEngines.Steps steps)
                throws SetUpFailedException, InterruptedException {
            engines.startOwn(steps);
        }
    }

    /// Makes a machine and starts it.
    ///
    /// @param startAtLogin whether Quayside starts at login from then on
    record NewVm(EngineChoice choice, NewMachine wanted, boolean startAtLogin) implements SetUpJob {
        @Override
        public String running() {
            return "Creating " + choice.title();
        }

        @Override
        public String failed() {
            return "The VM could not be created";
        }

        @Override
        public boolean undoes() {
            return true;
        }

        @Override
        public void run(WelcomeEngines engines, WelcomeEngines.Steps steps)
                throws SetUpFailedException, InterruptedException {
            boolean changes = startAtLogin && startAtLogin(engines);
            boolean done = false;
            try {
                engines.createVm(wanted, steps);
                done = true;
            } finally {
                if (changes && !done) {
                    undo(engines);
                }
            }
        }

        /// Better said before minutes were spent on a machine. Returns whether it wasn't so before.
        private static boolean startAtLogin(WelcomeEngines engines) throws SetUpFailedException, InterruptedException {
            try {
                boolean before = engines.loginStart().isOn();
                engines.loginStart().set(true);
                return !before;
            } catch (IOException e) {
                throw new SetUpFailedException(
                        new Problem(
                                "Quayside couldn’t be started at login.",
                                "The system gave the reason below. Nothing was made.",
                                List.of(),
                                Optional.of(SafeText.line(String.valueOf(e.getMessage()))),
                                List.of(),
                                "login-start",
                                true),
                        e);
            }
        }

        /// Also on a thread that was interrupted.
        private static void undo(WelcomeEngines engines) {
            boolean interrupted = Thread.interrupted();
            try {
                engines.loginStart().set(false);
            } catch (IOException e) {
                LOG.warn("Quayside still starts at login: {}", e.getMessage());
            } catch (InterruptedException e) {
                interrupted = true;
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Starts a machine that there is.
    record ExistingVm(EngineChoice choice) implements SetUpJob {
        @Override
        public String running() {
            return "Starting " + choice.title();
        }

        @Override
        public String failed() {
            return choice.title() + " could not be started";
        }

        @Override
        public void run(WelcomeEngines engines, WelcomeEngines.Steps steps)
                throws SetUpFailedException, InterruptedException {
            engines.startVm(choice, steps);
        }
    }
}
