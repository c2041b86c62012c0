package io.quayside.vm.lifecycle;

import io.quayside.vm.driver.Capabilities;
import java.time.Duration;

/// How long the steps of a start may take.
///
/// @param linux from the hypervisor's start to the guest's first answer
/// @param engine from then to the engine's
record StartLimits(Duration linux, Duration engine) {
    /// Translated code takes many times as long, and more so on a busy computer.
    static StartLimits of(Capabilities capabilities) {
        return capabilities.accelerated()
                ? new StartLimits(Duration.ofSeconds(30), Duration.ofSeconds(90))
                : new StartLimits(Duration.ofSeconds(180), Duration.ofSeconds(600));
    }
}
