package io.quayside.vm.driver;

import io.quayside.vm.disk.DiskFile;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.error.VmException;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.store.MachineFiles;
import java.nio.file.Path;
import java.util.Optional;

/// A hypervisor. Small on purpose: what only some can do is behind [Capabilities] and the interfaces of
/// this package.
///
/// Thread-safe; the caller holds the machine's lock during [#launch].
public interface VmDriver {
    /// What this hypervisor can do here, and why it was chosen; asked once, may take seconds.
    Capabilities capabilities() throws VmException;

    /// The data disk of a machine under this hypervisor.
    default Path dataDisk(MachineFiles files) {
        return files.dataDisk();
    }

    /// The network that this hypervisor's guests find.
    default GuestNetwork network() {
        return GuestNetwork.USER;
    }

    /// Creates an empty data disk of that size.
    ///
    /// @throws VmException if there is something at its place already, or no room
    void createDataDisk(MachineFiles files, long bytes) throws VmException;

    /// Makes the data disk larger, with the machine stopped; the guest follows at its next start. Never
    /// smaller.
    void growDataDisk(MachineFiles files, long bytes) throws VmException;

    /// Gives back what the data disk takes on the host without need, with the machine stopped. Interrupting
    /// the thread leaves the disk as it was, where that takes long.
    default void compactDataDisk(MachineFiles files, DiskProgress progress) throws VmException, InterruptedException {
        new DiskFile(dataDisk(files)).compact(progress);
    }

    /// Starts the machine and returns as soon as its hypervisor runs and can be spoken to. The machine goes
    /// on when this process ends.
    RunningVm launch(MachineConfig config, GuestImage image, MachineFiles files)
            throws VmException, InterruptedException;

    /// The machine, if it runs, perhaps started by an earlier process. Empty if it doesn't; leftovers of a
    /// machine that ended are removed then.
    Optional<RunningVm> adopt(MachineConfig config, MachineFiles files) throws VmException;
}
