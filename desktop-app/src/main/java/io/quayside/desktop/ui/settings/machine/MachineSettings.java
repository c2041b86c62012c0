package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.MachineDisk;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.host.HostException;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.error.VmException;
import io.quayside.vm.idle.MemoryReturned;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// What the settings ask about the machine whose engine is in the window. Only [#facts], [#apply],
/// [#giveMemoryBack] and [#moveDisk] block.
public interface MachineSettings {
    /// Whether a machine's processors stand still.
    enum Sleep {
        /// Its hypervisor can't do that.
        IMPOSSIBLE,
        /// They don't now.
        AWAKE,
        /// Until somebody needs it.
        ASLEEP
    }

    /// What a machine has, and what this computer has for it.
    ///
    /// @param memoryUsed bytes that programs in the machine hold now, while that is known
    /// @param diskUsed bytes of its disk that are in use, while that is known
    record Facts(
            String name,
            MachineLimits applied,
            HostCapacity host,
            boolean running,
            Sleep sleep,
            OptionalLong memoryUsed,
            OptionalLong diskUsed,
            MachineDisk disk) {}

    /// The name of the machine; empty when the engine in the window is in none.
    Optional<String> machine();

    int runningContainers();

    /// Calls the listener, on any thread, when the machine may have been started or stopped, or another one is in the
    /// window.
    Subscription onStatus(Runnable listener);

    Facts facts(String name) throws VmException, InterruptedException;

    /// Gives the machine other limits. A larger disk and what it does while nothing runs count at once; for anything
    /// else a machine that runs is restarted.
    void apply(Facts from, MachineLimits wanted) throws VmException, HostException, InterruptedException;

    /// Has a machine that runs give up memory that only holds copies of files, and wakes it for that.
    MemoryReturned giveMemoryBack(String name) throws VmException, InterruptedException;

    /// Moves the disk into another folder; nothing for the machine's own. A machine that runs is stopped for it and
    /// started again, whatever comes of the move. Until the copy was compared the disk stays where it is.
    /// Interrupting the thread takes everything back.
    ///
    /// @return the disk's file
    Path moveDisk(Facts from, Optional<Path> folder, DiskProgress progress)
            throws VmException, HostException, InterruptedException;
}
