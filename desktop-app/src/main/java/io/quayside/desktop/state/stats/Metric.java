package io.quayside.desktop.state.stats;

/// What a history has of each moment.
public enum Metric {
    /// Percent of one core.
    CPU,
    /// Bytes without page cache.
    MEMORY,
    /// Bytes it may use; the machine's memory without a limit; 0 if the engine doesn't say.
    MEMORY_LIMIT,
    /// Bytes per second.
    NETWORK_IN,
    /// Bytes per second.
    NETWORK_OUT,
    /// Bytes per second.
    BLOCK_READ,
    /// Bytes per second.
    BLOCK_WRITTEN,
    /// Processes and threads.
    PIDS,
    /// The share, 0 to 1, of the scheduler's periods in which it wanted to run and was held back.
    THROTTLED
}
