package io.quayside.vm.model;

/// What a machine may use of the host.
///
/// @param cpus virtual processors
/// @param memoryMiB memory at most; what the guest doesn't use goes back to the host
/// @param diskGiB size of the data disk as the guest sees it; on the host it takes what is in use
public record Resources(int cpus, int memoryMiB, int diskGiB) {
    public Resources {
        if (cpus < 1 || cpus > 256) {
            throw new IllegalArgumentException("cpus: " + cpus);
        }
        if (memoryMiB < 512) {
            throw new IllegalArgumentException("memory: " + memoryMiB + " MiB; 512 at least");
        }
        if (diskGiB < 1 || diskGiB > 16_000) {
            throw new IllegalArgumentException("disk: " + diskGiB + " GiB");
        }
    }

    public long diskBytes() {
        return (long) diskGiB << 30;
    }
}
