package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.MachineDisk;
import io.quayside.engine.host.HostException;
import io.quayside.vm.error.VmException;
import io.quayside.vm.model.Resources;
import java.util.Optional;
import java.util.OptionalLong;

/// What the settings ask about the machine whose engine is in the window. All but [#machine] and
/// [#runningContainers] block.
public interface MachineSettings {
    /// What a machine has, and what this computer has for it.
    ///
    /// @param memoryUsed bytes that programs in the machine hold now, while that is known
    record Facts(
            String name,
            Resources applied,
            HostCapacity host,
            boolean running,
            OptionalLong memoryUsed,
            MachineDisk disk) {}

    /// The name of the machine; empty when the engine in the window is in none.
    Optional<String> machine();

    int runningContainers();

    Facts facts(String name) throws VmException, InterruptedException;

    /// Gives the machine other resources. A larger disk counts at once; for anything else a machine that runs is
    /// restarted.
    void apply(Facts from, Resources wanted) throws VmException, HostException, InterruptedException;
}
