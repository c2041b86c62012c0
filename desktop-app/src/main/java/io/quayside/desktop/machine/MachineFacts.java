package io.quayside.desktop.machine;

import io.quayside.vm.model.Resources;

/// What the page Engine says about a machine.
///
/// @param hypervisor with its version and acceleration
/// @param reason why that way, one sentence
public record MachineFacts(String name, String hypervisor, String reason, Resources resources, MachineDisk disk) {}
