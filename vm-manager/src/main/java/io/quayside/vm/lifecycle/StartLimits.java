package io.quayside.vm.lifecycle;

import io.quayside.vm.driver.Capabilities;
import java.time.Duration;

/// How long the steps of a start may take.
///
/// @param linux from the hypervisor's start to the guest's first answer
/// @param engine from then to the engine's
record StartLimits(Duration linux, Duration engine) {
    /// For a machine of which nothing is known.
    static final StartLimits LONGEST = new StartLimits(Duration.ofMinutes(3), Duration.ofMinutes(10));

    /// Translated code takes many times as long, and more so on a busy computer.
    static StartLimits of(Capabilities capabilities) {
        return capabilities.accelerated() ? new StartLimits(Duration.ofSeconds(30), Duration.ofSeconds(90)) : LONGEST;
    }
}
