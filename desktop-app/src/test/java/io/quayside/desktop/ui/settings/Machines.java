package io.quayside.desktop.ui.settings;

import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.settings.machine.MachineSettings;
import io.quayside.desktop.ui.settings.machine.ResourcesViewModel;
import io.quayside.vm.model.Resources;
import java.time.InstantSource;
import java.util.Optional;

/// Settings pages without a machine.
final class Machines {
    private Machines() {}

    static ResourcesViewModel none() {
        ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
        InlineFxThread fx = new InlineFxThread();
        return new ResourcesViewModel(
                new None(),
                new TaskRunner(fx, InstantSource.system(), failure -> {
                    throw new AssertionError(failure);
                }),
                problems,
                fx);
    }

    private static final class None implements MachineSettings {
        @Override
        public Optional<String> machine() {
            return Optional.empty();
        }

        @Override
        public int runningContainers() {
            return 0;
        }

        @Override
        public Facts facts(String name) {
            throw new AssertionError(name);
        }

        @Override
        public void apply(Facts from, Resources wanted) {
            throw new AssertionError(wanted);
        }
    }
}
