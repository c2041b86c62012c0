package io.quayside.vm.driver;

/// What a hypervisor can do on this host.
///
/// @param name for people, such as "QEMU 7.2 with KVM"
/// @param accelerated whether the processor runs the guest itself; if not, everything takes many times as long
/// @param reason why this way was chosen, one sentence of measured facts
/// @param growsWhileRunning whether the data disk can grow under a running machine
/// @param returnsDiskSpace whether blocks that the guest gives up become free on the host at once
/// @param returnsMemory whether memory that the guest gives up becomes free on the host at once
public record Capabilities(
        String name,
        boolean accelerated,
        String reason,
        boolean growsWhileRunning,
        boolean returnsDiskSpace,
        boolean returnsMemory) {
    /// The same for another reason.
    Capabilities because(String other) {
        return new Capabilities(name, accelerated, other, growsWhileRunning, returnsDiskSpace, returnsMemory);
    }
}
