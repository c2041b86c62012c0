package io.quayside.desktop.ui.engine.disk;

import io.quayside.vm.model.ContainerLog;
import java.util.List;
import java.util.Optional;

/// What containers have printed, where that is known.
///
/// @param all the largest first; empty where nobody tells
record LogSizes(Optional<List<ContainerLog>> all) {
    static final LogSizes UNKNOWN = new LogSizes(Optional.empty());

    /// A log that is longer is offered.
    static final long LARGE = 50_000_000;

    /// About what stays of one that is cut.
    static final long KEPT = 10_000_000;

    static LogSizes of(List<ContainerLog> logs) {
        return new LogSizes(Optional.of(List.copyOf(logs)));
    }

    long bytes() {
        return all.stream().flatMap(List::stream).mapToLong(ContainerLog::bytes).sum();
    }

    /// What can be cut now: the engine knows by heart how long the log of a running container is.
    List<ContainerLog> large() {
        return all.stream()
                .flatMap(List::stream)
                .filter(log -> log.bytes() > LARGE && !log.inUse())
                .toList();
    }

    /// How many are as long, and of containers that run.
    long largeInUse() {
        return all.stream()
                .flatMap(List::stream)
                .filter(log -> log.bytes() > LARGE && log.inUse())
                .count();
    }
}
