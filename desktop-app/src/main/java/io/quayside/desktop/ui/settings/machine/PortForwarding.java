package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.task.Subscription;
import io.quayside.vm.error.VmException;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.PortSettings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the page Port forwarding asks about the machine whose engine is in the window. All but [#machine] and
/// [#containers] block.
public interface PortForwarding {
    /// The ports of this computer that lead into a machine, or should.
    record Ports(String name, PortSettings settings, List<ForwardStatus> all) {
        public Ports {
            all = List.copyOf(all);
        }
    }

    /// The name of the machine; empty when the engine in the window is in none.
    Optional<String> machine();

    Ports ports(String name) throws VmException;

    /// Calls the listener, on any thread, whenever a port has changed, until the handle is closed.
    Subscription onPorts(String name, Consumer<List<ForwardStatus>> listener) throws VmException;

    /// Counts at once.
    void setPorts(String name, PortSettings wanted) throws VmException;

    /// Tries those again that this computer didn't give.
    void retryPorts(String name) throws VmException;

    /// Names of containers that a rule can lead to, as last heard of; untrusted.
    List<String> containers();
}
