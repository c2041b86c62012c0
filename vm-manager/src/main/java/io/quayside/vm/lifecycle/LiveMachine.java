package io.quayside.vm.lifecycle;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.guest.GuestLink;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.security.MachineKeys;
import io.quayside.vm.store.MachineFiles;

/// A machine that runs and whose guest answers. Closing it lets go of the connections; the machine goes on.
///
/// @param vm the hypervisor's side
/// @param guest the guest's side
public record LiveMachine(MachineConfig config, MachineFiles files, RunningVm vm, Guest guest)
        implements AutoCloseable {
    /// Where its engine answers.
    public EngineEndpoint endpoint() {
        return endpoint(config, files);
    }

    /// Where the engine of a machine answers when it runs.
    public static EngineEndpoint endpoint(MachineConfig config, MachineFiles files) {
        return new EngineEndpoint.TlsTcp(
                "127.0.0.1", config.enginePort(), new MachineKeys(files.keys()).clientMaterial());
    }

    /// For streams into the guest.
    public GuestLink link() {
        return guest.link();
    }

    @Override
    public void close() {
        guest.close();
        vm.close();
    }
}
