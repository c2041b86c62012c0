package io.quayside.vm.model;

import java.time.Instant;

/// What the guest says of itself.
///
/// @param engine `absent`, `starting`, `running` or `stopped`
/// @param memoryCacheBytes of files, given up when needed
/// @param diskTotalBytes of the file system on the data disk
public record GuestInfo(
        int version,
        String kernel,
        double uptimeSeconds,
        String engine,
        Instant clock,
        long memoryTotalBytes,
        long memoryAvailableBytes,
        long memoryFreeBytes,
        long memoryCacheBytes,
        long diskTotalBytes,
        long diskUsedBytes,
        long diskFreeBytes) {
    /// Memory that programs in the guest hold, without caches.
    public long memoryUsedBytes() {
        return memoryTotalBytes - memoryFreeBytes - memoryCacheBytes;
    }
}
