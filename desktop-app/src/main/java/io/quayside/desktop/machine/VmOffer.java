package io.quayside.desktop.machine;

import io.quayside.vm.model.Resources;
import java.util.List;
import java.util.Optional;

/// A machine that could be made on this computer.
///
/// @param usual what it gets unless asked otherwise
/// @param checks of what it needs, without the test of the processor, which takes seconds
public record VmOffer(HostCapacity host, Resources usual, List<VmCheck> checks) {
    public VmOffer {
        checks = List.copyOf(checks);
    }

    /// Why no machine can be made; empty when one can.
    public Optional<VmCheck> missing() {
        return checks.stream()
                .filter(check -> check.result() == VmCheck.Result.MISSING)
                .findFirst();
    }
}
