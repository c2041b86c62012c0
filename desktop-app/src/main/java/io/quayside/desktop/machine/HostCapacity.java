package io.quayside.desktop.machine;

import com.sun.management.OperatingSystemMXBean;
import io.quayside.vm.model.Resources;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this computer has for a machine to take from.
///
/// @param memoryBytes all of it
/// @param memoryFreeBytes what no program holds, as the system counts it
/// @param diskFreeBytes left where machines are kept; 0 when that can't be known
public record HostCapacity(int cpus, long memoryBytes, long memoryFreeBytes, long diskFreeBytes) {
    private static final long MIB = 1 << 20;
    private static final int LEAST_MEMORY_MIB = 1024;
    private static final int MOST_CPUS = 4;
    private static final long GB = 1_000_000_000;
    private static final long USUAL_MEMORY = 8 * GB;
    private static final long USUAL_DISK = 64 * GB;

    /// As it is now.
    ///
    /// @param folder where machines are to be kept
    public static HostCapacity measure(Path folder) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new HostCapacity(
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize(),
                system.getFreeMemorySize(),
                free(folder));
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }

    /// What a new machine gets unless asked otherwise: half of the CPUs, four at most; a third of the memory, 8 GB at
    /// most; a disk of 64 GB, of which only what is in use takes room.
    public Resources usual() {
        int half = Math.clamp(cpus / 2, 1, MOST_CPUS);
        long third = Math.min(memoryBytes / 3, USUAL_MEMORY);
        // Whole gigabytes, as the slider has them.
        long whole = third >= 2 * GB ? third / GB * GB : third;
        return new Resources(half, Math.max(LEAST_MEMORY_MIB, mib(whole)), gib(USUAL_DISK));
    }

    /// Mebibytes nearest to so many bytes.
    public static int mib(long bytes) {
        return Math.toIntExact((bytes + MIB / 2) / MIB);
    }

    /// Gibibytes nearest to so many bytes.
    public static int gib(long bytes) {
        return Math.toIntExact((bytes + (1L << 29)) >> 30);
    }
}
