package io.quayside.vm.driver.qemu;

import io.quayside.vm.model.Architecture;
import java.nio.file.Path;

/// What was found out about QEMU on this host.
///
/// @param program the emulator of the guest's architecture
/// @param version as in `7.2.22`
/// @param reason why that accelerator, one sentence
public record QemuProbe(
        HostSystem host,
        Architecture architecture,
        Path program,
        String version,
        Accelerator accelerator,
        String reason) {}
