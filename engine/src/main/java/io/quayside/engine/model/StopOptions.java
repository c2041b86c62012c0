package io.quayside.engine.model;

import java.time.Duration;
import java.util.Optional;

/// How a container is stopped.
///
/// @param timeout how long it may take before it is killed; empty for its own setting, which is 10 s by default.
///     Engines count whole seconds
/// @param signal the signal that asks it to stop; empty for its own setting, `SIGTERM` by default (since API 1.42)
public record StopOptions(Optional<Duration> timeout, Optional<String> signal) {
    private static final StopOptions DEFAULTS = new StopOptions(Optional.empty(), Optional.empty());

    /// As the container's own settings say.
    public static StopOptions defaults() {
        return DEFAULTS;
    }

    /// Kill it after `timeout`.
    public static StopOptions within(Duration timeout) {
        return new StopOptions(Optional.of(timeout), Optional.empty());
    }
}
