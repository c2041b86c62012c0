package io.quayside.vm.driver.qemu;

/// How QEMU runs the guest's instructions.
public enum Accelerator {
    /// Linux, by the processor.
    KVM,
    /// macOS, by the processor.
    HVF,
    /// Windows, by the processor.
    WHPX,
    /// Anywhere, by translation; many times slower.
    TCG;

    /// The accelerator that a host may have, beside translation.
    static Accelerator ofHost(HostSystem host) {
        return switch (host) {
            case LINUX -> KVM;
            case MACOS -> HVF;
            case WINDOWS -> WHPX;
        };
    }
}
