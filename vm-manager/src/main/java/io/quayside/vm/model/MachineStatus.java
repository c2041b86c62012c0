package io.quayside.vm.model;

import io.quayside.vm.error.VmProblem;
import java.util.Optional;

/// A machine as it is now. A broken one is still listed, with its problem.
///
/// @param config absent when it can't be read
/// @param guest what the guest says of itself, while it runs
public record MachineStatus(
        String name,
        MachineState state,
        Optional<MachineConfig> config,
        Optional<GuestInfo> guest,
        Optional<VmProblem> problem) {}
