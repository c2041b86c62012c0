package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.machine.NewMachine;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.ui.welcome.WelcomeEngines.SetUpFailedException;

/// What the third step of first run does, in its words.
sealed interface SetUpJob {
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
    record NewVm(EngineChoice choice, NewMachine wanted) implements SetUpJob {
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
            engines.createVm(wanted, steps);
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
