package io.quayside.vm.model;

import io.quayside.vm.ports.PortSettings;
import java.util.Objects;

/// How a machine behaves, beside what it may use; kept in its configuration.
///
/// @param swapMiB of its data disk that may hold memory, from its next start on; 0 for none
public record MachineOptions(int swapMiB, IdleSettings idle, PortSettings ports) {
    public static final MachineOptions USUAL = new MachineOptions(0, IdleSettings.USUAL, PortSettings.USUAL);

    public MachineOptions {
        Objects.requireNonNull(idle);
        Objects.requireNonNull(ports);
        if (swapMiB < 0 || swapMiB > 1 << 20) {
            throw new IllegalArgumentException("swap: " + swapMiB + " MiB");
        }
    }

    public MachineOptions withSwap(int changedMiB) {
        return new MachineOptions(changedMiB, idle, ports);
    }

    public MachineOptions withIdle(IdleSettings changed) {
        return new MachineOptions(swapMiB, changed, ports);
    }

    public MachineOptions withPorts(PortSettings changed) {
        return new MachineOptions(swapMiB, idle, changed);
    }
}
