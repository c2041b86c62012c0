package io.quayside.vm.driver.hyperv;

import java.nio.file.Path;
import java.util.List;

/// The cmdlets for everything that is done with a machine: pure functions.
final class HyperVCommands {
    /// A block of a disk that holds much less than a whole one of 32 MiB wastes the rest.
    private static final int DATA_BLOCK = 1 << 20;

    private static final long LEAST_MEMORY = 512L << 20;

    private HyperVCommands() {}

    /// All machines of this computer that the user may see. Asked for by name, one that isn't there would
    /// be a failure.
    static Cmdlet machines() {
        return Cmdlet.of("Get-VM").returning("Name", "State", "Notes", "MemoryAssigned");
    }

    static Cmdlet switches() {
        return Cmdlet.of("Get-VMSwitch").returning("Name");
    }

    /// The system disk is a difference to the image's disk, which stays as it is: many machines use it, and
    /// a newer image replaces it.
    static Cmdlet newSystemDisk(Path image, Path disk) {
        return Cmdlet.of("New-VHD")
                .with("Path", disk.toString())
                .with("ParentPath", image.toString())
                .with("Differencing", true);
    }

    static Cmdlet newDataDisk(Path disk, long bytes) {
        return Cmdlet.of("New-VHD")
                .with("Path", disk.toString())
                .with("SizeBytes", bytes)
                .with("Dynamic", true)
                .with("BlockSizeBytes", DATA_BLOCK);
    }

    static Cmdlet growDisk(Path disk, long bytes) {
        return Cmdlet.of("Resize-VHD").with("Path", disk.toString()).with("SizeBytes", bytes);
    }

    /// Gives back the blocks that the guest has trimmed; the other modes want a file system that Windows knows.
    static Cmdlet compactDisk(Path disk) {
        return Cmdlet.of("Optimize-VHD").with("Path", disk.toString()).with("Mode", "Pretrimmed");
    }

    /// Everything from no machine to a started one.
    static List<Cmdlet> create(HyperVMachine machine) {
        return List.of(
                Cmdlet.of("New-VM")
                        .with("Name", machine.name())
                        .with("Generation", 2)
                        .with("MemoryStartupBytes", Math.min(memory(machine), 2 * LEAST_MEMORY))
                        .with("VHDPath", machine.systemDisk().toString())
                        .with("Path", machine.folder().toString())
                        .with("SwitchName", machine.network())
                        .with("Force", true),
                Cmdlet.of("Set-VM")
                        .with("Name", machine.name())
                        .with("Notes", machine.notes())
                        .with("AutomaticCheckpointsEnabled", false)
                        .with("CheckpointType", "Disabled")
                        .with("AutomaticStartAction", "Nothing")
                        .with("AutomaticStopAction", "ShutDown"),
                forMachine("Set-VMProcessor", machine)
                        .with("Count", machine.resources().cpus()),
                forMachine("Set-VMMemory", machine)
                        .with("DynamicMemoryEnabled", true)
                        .with("MinimumBytes", LEAST_MEMORY)
                        .with("StartupBytes", Math.min(memory(machine), 2 * LEAST_MEMORY))
                        .with("MaximumBytes", memory(machine)),
                forMachine("Set-VMFirmware", machine).with("EnableSecureBoot", "Off"),
                disk(machine, machine.dataDisk()),
                disk(machine, machine.configDisk()),
                pipe(machine, 1, HyperVMachine.consolePipe(machine.name())),
                pipe(machine, 2, HyperVMachine.controlPipe(machine.name())),
                Cmdlet.of("Start-VM").with("Name", machine.name()));
    }

    private static long memory(HyperVMachine machine) {
        return (long) machine.resources().memoryMiB() << 20;
    }

    private static Cmdlet forMachine(String cmdlet, HyperVMachine machine) {
        return Cmdlet.of(cmdlet).with("VMName", machine.name());
    }

    private static Cmdlet disk(HyperVMachine machine, Path disk) {
        return forMachine("Add-VMHardDiskDrive", machine)
                .with("ControllerType", "SCSI")
                .with("Path", disk.toString());
    }

    private static Cmdlet pipe(HyperVMachine machine, int number, String path) {
        return forMachine("Set-VMComPort", machine).with("Number", number).with("Path", path);
    }

    /// Asks the guest to end; without force Hyper-V would ask the user back.
    static Cmdlet shutDown(String name) {
        return Cmdlet.of("Stop-VM").with("Name", name).with("Force", true);
    }

    static Cmdlet turnOff(String name) {
        return Cmdlet.of("Stop-VM").with("Name", name).with("TurnOff", true).with("Force", true);
    }

    /// Takes it off Hyper-V's list; its disks stay.
    static Cmdlet remove(String name) {
        return Cmdlet.of("Remove-VM").with("Name", name).with("Force", true);
    }

    static Cmdlet pause(String name) {
        return Cmdlet.of("Suspend-VM").with("Name", name);
    }

    static Cmdlet resume(String name) {
        return Cmdlet.of("Resume-VM").with("Name", name);
    }

    /// The most that the guest may have; Hyper-V gives and takes below that by what the guest uses.
    static Cmdlet memoryAtMost(String name, long bytes) {
        return Cmdlet.of("Set-VMMemory").with("VMName", name).with("MaximumBytes", bytes);
    }
}
