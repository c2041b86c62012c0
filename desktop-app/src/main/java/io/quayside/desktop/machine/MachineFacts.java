package io.quayside.desktop.machine;

import io.quayside.vm.model.Resources;
import java.time.Instant;
import java.util.Optional;

/// What the page Engine says about a machine.
///
/// @param hypervisor with its version and acceleration
/// @param reason why that way, one sentence
/// @param since when it was started; empty where that can't be known
public record MachineFacts(
        String name,
        String hypervisor,
        String reason,
        Resources resources,
        MachineDisk disk,
        Optional<Instant> since) {}
