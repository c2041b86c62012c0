package io.quayside.desktop.state.stats;

/// The figures of one container at one moment.
///
/// @param atNanos [System#nanoTime()] then
/// @param cpuPercent of one core, as `docker stats` prints it; NaN until two readings can be compared
/// @param memoryUsed bytes without page cache
/// @param memoryLimit bytes it may use; the machine's memory without a limit; 0 if unknown
/// @param networkReceived bytes since it started
/// @param networkSent bytes since it started
/// @param blockRead bytes since it started
/// @param blockWritten bytes since it started
public record ContainerSample(
        long atNanos,
        double cpuPercent,
        long memoryUsed,
        long memoryLimit,
        long networkReceived,
        long networkSent,
        long blockRead,
        long blockWritten,
        long pids) {

    /// Whether a row shows the same CPU.
    boolean samePercent(ContainerSample other) {
        return Double.isNaN(cpuPercent) == Double.isNaN(other.cpuPercent)
                && Math.round(cpuPercent * 10) == Math.round(other.cpuPercent * 10);
    }

    /// Whether a row shows the same memory.
    boolean sameMemory(ContainerSample other) {
        return memoryLimit == other.memoryLimit
                && Math.abs(memoryUsed - other.memoryUsed) * 250 <= Math.max(memoryUsed, other.memoryUsed);
    }

    /// Whether a row shows the same bytes over the network.
    boolean sameTraffic(ContainerSample other) {
        return alike(networkReceived, other.networkReceived) && alike(networkSent, other.networkSent);
    }

    /// To three digits.
    private static boolean alike(long one, long other) {
        return Math.abs(one - other) * 200 <= Math.max(one, other);
    }
}
