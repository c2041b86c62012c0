package io.quayside.vm.disk;

/// Is told how far the copy of a disk has come, on the copying thread.
@FunctionalInterface
public interface DiskProgress {
    /// @param done bytes that were looked at, holes included
    /// @param total the disk's size
    void copied(long done, long total);

    static DiskProgress none() {
        return (done, total) -> {};
    }
}
