package io.quayside.desktop.ui.settings;

import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.settings.machine.FolderSharing;
import io.quayside.desktop.ui.settings.machine.MachineLimits;
import io.quayside.desktop.ui.settings.machine.MachinePages;
import io.quayside.desktop.ui.settings.machine.MachineSettings;
import io.quayside.desktop.ui.settings.machine.PortForwarding;
import io.quayside.desktop.ui.settings.machine.PortsViewModel;
import io.quayside.desktop.ui.settings.machine.ResourcesViewModel;
import io.quayside.desktop.ui.settings.machine.SharesViewModel;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.idle.MemoryReturned;
import io.quayside.vm.model.Share;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.PortSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Settings pages without a machine.
final class Machines {
    private Machines() {}

    static MachinePages none() {
        ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
        InlineFxThread fx = new InlineFxThread();
        TaskRunner tasks = new TaskRunner(fx, InstantSource.system(), failure -> {
            throw new AssertionError(failure);
        });
        None none = new None();
        return new MachinePages(
                new ResourcesViewModel(none, tasks, problems, fx),
                new SharesViewModel(none, tasks, problems, fx),
                new PortsViewModel(none, tasks, problems, fx),
                (owner, title) -> Optional.empty());
    }

    private static final class None implements MachineSettings, FolderSharing, PortForwarding {
        @Override
        public Optional<String> machine() {
            return Optional.empty();
        }

        @Override
        public int runningContainers() {
            return 0;
        }

        @Override
        public Subscription onStatus(Runnable listener) {
            return () -> {};
        }

        @Override
        public Facts facts(String name) {
            throw new AssertionError(name);
        }

        @Override
        public void apply(Facts from, MachineLimits wanted) {
            throw new AssertionError(wanted);
        }

        @Override
        public MemoryReturned giveMemoryBack(String name) {
            throw new AssertionError(name);
        }

        @Override
        public Path moveDisk(Facts from, Optional<Path> folder, DiskProgress progress) {
            throw new AssertionError(from);
        }

        @Override
        public Folders read(String name) {
            throw new AssertionError(name);
        }

        @Override
        public void apply(String name, List<Share> wanted) {
            throw new AssertionError(wanted);
        }

        @Override
        public List<Bind> binds() {
            return List.of();
        }

        @Override
        public Subscription onChange(Runnable listener) {
            return () -> {};
        }

        @Override
        public Ports ports(String name) {
            throw new AssertionError(name);
        }

        @Override
        public Subscription onPorts(String name, Consumer<List<ForwardStatus>> listener) {
            throw new AssertionError(name);
        }

        @Override
        public void setPorts(String name, PortSettings wanted) {
            throw new AssertionError(wanted);
        }

        @Override
        public void retryPorts(String name) {
            throw new AssertionError(name);
        }

        @Override
        public List<String> containers() {
            return List.of();
        }
    }
}
