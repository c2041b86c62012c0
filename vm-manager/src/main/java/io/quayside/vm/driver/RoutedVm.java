package io.quayside.vm.driver;

import io.quayside.vm.error.VmException;
import java.net.InetSocketAddress;

/// A running machine whose hypervisor doesn't bring the engine's port to this computer's loopback by itself.
public interface RoutedVm extends RunningVm {
    /// Makes the engine at that address of the guest's answer at the port of the loopback, until this is closed. Done
    /// again, it leads to the new address.
    ///
    /// @throws VmException if the port can't be opened
    void route(int port, InetSocketAddress engine) throws VmException;
}
