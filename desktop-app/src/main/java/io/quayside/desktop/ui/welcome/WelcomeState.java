package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.ui.welcome.WelcomeEngines.Findings;
import java.util.List;
import java.util.Optional;

/// Where first run stands.
sealed interface WelcomeState {
    /// Which of the three steps at the top this is.
    int step();

    /// It looks for engines.
    record Looking() implements WelcomeState {
        @Override
        public int step() {
            return 1;
        }
    }

    /// The user chooses.
    record Choosing(Findings findings) implements WelcomeState {
        @Override
        public int step() {
            return 2;
        }
    }

    /// An engine is being set up, was, or couldn't be.
    ///
    /// @param cancelling whether what was made is being taken back
    /// @param failure why it couldn't
    record SettingUp(
            SetUpJob job, List<EngineStatus.Step> steps, boolean ready, boolean cancelling, Optional<Problem> failure)
            implements WelcomeState {
        public SettingUp {
            steps = List.copyOf(steps);
        }

        @Override
        public int step() {
            return 3;
        }

        boolean isRunning() {
            return !ready && failure.isEmpty();
        }
    }
}
