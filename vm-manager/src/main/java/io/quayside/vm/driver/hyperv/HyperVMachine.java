package io.quayside.vm.driver.hyperv;

import io.quayside.vm.model.Resources;
import io.quayside.vm.store.MachineFiles;
import java.nio.file.Path;

/// What Hyper-V is told about a machine.
///
/// @param name in Hyper-V's own list
/// @param notes text kept there with it, by which Quayside knows its own
/// @param folder where Hyper-V keeps its definition
/// @param network the virtual switch that it is connected with
record HyperVMachine(
        String name,
        String notes,
        Resources resources,
        Path folder,
        Path systemDisk,
        Path dataDisk,
        Path configDisk,
        String network) {
    /// Made by every Windows with Hyper-V; hands out addresses and leads into the host's network.
    static final String DEFAULT_SWITCH = "Default Switch";

    static HyperVMachine of(String name, Resources resources, MachineFiles files) {
        return new HyperVMachine(
                nameOf(name),
                notesOf(files),
                resources,
                files.folder(),
                files.hyperVSystemDisk(),
                files.hyperVDataDisk(),
                files.hyperVConfigDisk(),
                DEFAULT_SWITCH);
    }

    static String nameOf(String machine) {
        return "quayside-" + machine;
    }

    static String notesOf(MachineFiles files) {
        return "Made by Quayside for " + files.folder() + ". It is made anew at every start.";
    }

    /// The serial line that the guest's kernel writes to.
    static String consolePipe(String name) {
        return "\\\\.\\pipe\\" + name + "-console";
    }

    /// The serial line that the program in the guest listens on.
    static String controlPipe(String name) {
        return "\\\\.\\pipe\\" + name + "-control";
    }
}
