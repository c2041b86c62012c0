package io.quayside.vm.driver.hyperv;

import io.quayside.engine.process.ProcessRunner;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.GuestNetwork;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs machines by Hyper-V, generation 2. Hyper-V knows a machine only from its start to its end: its
/// definition is made anew at every start, so that it can't differ from the configuration, and a newer
/// image takes the place of the older one. What must be kept is in the data disk alone. Needs membership in
/// Hyper-V Administrators, see [HyperVGroup].
///
/// It has never run on a Windows: what is sent to Hyper-V follows Microsoft's documentation.
public final class HyperVDriver implements VmDriver {
    private static final Logger LOG = LoggerFactory.getLogger(HyperVDriver.class);

    private final HyperV hyperV;

    /// @param runner starts PowerShell
    public HyperVDriver(ProcessRunner runner) {
        this(runner, PipeChannel::open);
    }

    HyperVDriver(ProcessRunner runner, Pipes pipes) {
        hyperV = new HyperV(new PowerShell(runner), pipes);
    }

    @Override
    public Capabilities capabilities() throws VmException {
        requireSwitch();
        return new Capabilities("Hyper-V", true, "Hyper-V is turned on, and this user may use it.", true, false, true);
    }

    private void requireSwitch() throws VmException {
        if (!hyperV.switches().contains(HyperVMachine.DEFAULT_SWITCH)) {
            throw new VmException(new VmProblem.HyperVSwitchMissing(HyperVMachine.DEFAULT_SWITCH));
        }
    }

    @Override
    public Path dataDisk(MachineFiles files) {
        return files.hyperVDataDisk();
    }

    @Override
    public GuestNetwork network() {
        return GuestNetwork.DHCP;
    }

    @Override
    public void createDataDisk(MachineFiles files, long bytes) throws VmException {
        hyperV.run(HyperVCommands.newDataDisk(files.hyperVDataDisk(), bytes));
    }

    @Override
    public void growDataDisk(MachineFiles files, long bytes) throws VmException {
        hyperV.run(HyperVCommands.growDisk(files.hyperVDataDisk(), bytes));
    }

    /// Gives blocks that the guest has trimmed back to the host, in the file itself. Hyper-V shrinks none
    /// that is in use.
    @Override
    public void compactDataDisk(MachineFiles files, DiskProgress progress) throws VmException {
        hyperV.run(HyperVCommands.compactDisk(files.hyperVDataDisk()));
    }

    @Override
    public RunningVm launch(MachineConfig config, GuestImage image, MachineFiles files) throws VmException {
        HyperVMachine machine = HyperVMachine.of(config.name(), config.resources(), files);
        Path system = image.systemDisk();
        requireSwitch();
        removeLeftover(machine.name(), files);
        try {
            Files.deleteIfExists(machine.systemDisk());
        } catch (IOException e) {
            throw StoreFailures.of(machine.systemDisk(), e);
        }
        ConfigDisk.write(files);
        List<Cmdlet> cmdlets = new ArrayList<>();
        cmdlets.add(HyperVCommands.newSystemDisk(system, machine.systemDisk()));
        cmdlets.addAll(HyperVCommands.create(machine));
        try {
            hyperV.run(cmdlets);
        } catch (VmException e) {
            takeBack(machine.name(), files);
            throw e;
        }
        HyperVVm vm = new HyperVVm(hyperV, machine.name(), files);
        vm.followConsole();
        return vm;
    }

    /// What a start that failed half-way has left. Its own failure is the one to tell.
    private void takeBack(String name, MachineFiles files) {
        try {
            // One without notes is the one that was being made: no other had this name a moment before.
            if (hyperV.machine(name).filter(listed -> listed.notes().isEmpty()).isPresent()) {
                hyperV.run(HyperVCommands.remove(name));
            } else {
                removeLeftover(name, files);
            }
        } catch (VmException e) {
            LOG.warn("What was made of {} could not be taken back", name, e);
        }
    }

    private void removeLeftover(String name, MachineFiles files) throws VmException {
        Optional<HyperV.Listed> listed = ours(name, files);
        if (listed.isEmpty()) {
            return;
        }
        if (listed.get().runs()) {
            hyperV.run(HyperVCommands.turnOff(name));
        }
        hyperV.run(HyperVCommands.remove(name));
    }

    /// @throws VmException if there is a machine of that name that Quayside didn't make for these files
    private Optional<HyperV.Listed> ours(String name, MachineFiles files) throws VmException {
        Optional<HyperV.Listed> listed = hyperV.machine(name);
        if (listed.isPresent() && !listed.get().notes().equals(HyperVMachine.notesOf(files))) {
            throw new VmException(new VmProblem.HyperVNameTaken(name));
        }
        return listed;
    }

    @Override
    public Optional<RunningVm> adopt(MachineConfig config, MachineFiles files) throws VmException {
        String name = HyperVMachine.nameOf(config.name());
        Optional<HyperV.Listed> listed = ours(name, files);
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        if (listed.get().runs()) {
            return Optional.of(new HyperVVm(hyperV, name, files));
        }
        hyperV.run(HyperVCommands.remove(name));
        return Optional.empty();
    }
}
