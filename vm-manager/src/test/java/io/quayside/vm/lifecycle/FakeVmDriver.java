package io.quayside.vm.lifecycle;

import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.AnsweringGuest;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.PrivateFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A hypervisor whose machines exist in this test only.
final class FakeVmDriver implements VmDriver {
    /// Does something to a machine's files.
    interface Step {
        void run(MachineFiles files) throws IOException;
    }

    Step createDisk = files -> PrivateFiles.createSparse(files.dataDisk(), 1 << 20);
    Map<String, String> answers = Map.of();
    List<String> events = List.of();
    Optional<FakeVm> running = Optional.empty();

    @Override
    public Capabilities capabilities() {
        return new Capabilities("fake", true, "It is a test.", true, true, true);
    }

    @Override
    public void createDataDisk(MachineFiles files, long bytes) throws VmException {
        run(createDisk, files);
    }

    private static void run(Step step, MachineFiles files) throws VmException {
        try {
            step.run(files);
        } catch (IOException e) {
            throw StoreFailures.of(files.dataDisk(), e);
        }
    }

    @Override
    public void growDataDisk(MachineFiles files, long bytes) {}

    @Override
    public RunningVm launch(MachineConfig config, GuestImage image, MachineFiles files) throws VmException {
        return launch();
    }

    FakeVm launch() throws VmException {
        try {
            FakeVm vm = new FakeVm(new AnsweringGuest(answers, events)::port);
            running = Optional.of(vm);
            return vm;
        } catch (IOException e) {
            throw new VmException(new VmProblem.HypervisorRefused("start", String.valueOf(e.getMessage())), e);
        }
    }

    @Override
    public Optional<RunningVm> adopt(MachineConfig config, MachineFiles files) {
        return running.filter(FakeVm::alive).map(vm -> vm);
    }

    /// A machine that notes what is done to it and ends by any of it.
    static final class FakeVm implements RunningVm {
        final List<String> done = new ArrayList<>();
        Optional<VmProblem> trouble = Optional.empty();
        private final Supplier<ByteChannel> control;
        private boolean alive = true;

        FakeVm(Supplier<ByteChannel> control) {
            this.control = control;
        }

        @Override
        public long pid() {
            return 1;
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public boolean awaitEnd(Duration limit) {
            return !alive;
        }

        @Override
        public ByteChannel connectControl() {
            return control.get();
        }

        @Override
        public Optional<VmProblem> trouble() {
            return trouble;
        }

        @Override
        public void pressPowerButton() {
            end("power button");
        }

        @Override
        public void powerCut() {
            end("power cut");
        }

        @Override
        public void kill() {
            end("kill");
        }

        private void end(String how) {
            done.add(how);
            alive = false;
        }

        @Override
        public void close() {}
    }
}
