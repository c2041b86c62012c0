package io.quayside.engine.model;

/// What a container has used of the processors, since it started.
///
/// @param totalNanos processor time of the container
/// @param kernelNanos the part of it in the kernel
/// @param systemNanos processor time of the whole machine, 0 if the engine doesn't say
/// @param onlineCpus how many processors the machine has, 0 if the engine doesn't say
/// @param periods in how many periods of the scheduler a container with a limit wanted to run, 0 without a limit
/// @param throttledPeriods how often the container had to wait because of its limit
/// @param throttledNanos how long it had to wait
public record CpuCounters(
        long totalNanos,
        long kernelNanos,
        long systemNanos,
        long onlineCpus,
        long periods,
        long throttledPeriods,
        long throttledNanos) {
    /// Nothing counted.
    public static final CpuCounters NONE = new CpuCounters(0, 0, 0, 0, 0, 0, 0);
}
