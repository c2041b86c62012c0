package io.quayside.vm.disk;

/// What came of giving unused blocks of a machine's disk back to the host, in bytes.
///
/// @param usedInGuest what the machine's files take; 0 if it doesn't run
/// @param trimmed what the guest named as unused; 0 if it doesn't run
/// @param onHostBefore what the disk's file took on the host
/// @param onHostAfter what it takes now
public record ShrinkReport(long usedInGuest, long trimmed, long onHostBefore, long onHostAfter) {
    /// What the host got back.
    public long returned() {
        return Math.max(0, onHostBefore - onHostAfter);
    }
}
