package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What an inspection and the engine's list of events add to the figures.
///
/// @param cores how many cores it may use, NaN for no limit
/// @param memoryLimit bytes, NaN for no limit of its own
/// @param pidsLimit how many processes and threads, NaN for no limit
/// @param started when it last started
/// @param events oldest first, as far back as the engine remembers, at most an hour
record StatsFacts(
        double cores, double memoryLimit, double pidsLimit, Optional<Instant> started, List<EngineEvent> events) {
    static final StatsFacts NONE = new StatsFacts(Double.NaN, Double.NaN, Double.NaN, Optional.empty(), List.of());

    StatsFacts {
        events = List.copyOf(events);
    }

    static StatsFacts of(ContainerDetails details, List<EngineEvent> events) {
        Resources resources = details.hostConfig().resources();
        double cores = resources.nanoCpus() / 1e9;
        if (cores == 0 && resources.cpuQuota() > 0) {
            cores = resources.cpuQuota() / (double) (resources.cpuPeriod() > 0 ? resources.cpuPeriod() : 100_000);
        }
        OptionalLong pids = resources.pidsLimit();
        return new StatsFacts(
                cores > 0 ? cores : Double.NaN,
                resources.memory() > 0 ? resources.memory() : Double.NaN,
                pids.isPresent() && pids.getAsLong() > 0 ? pids.getAsLong() : Double.NaN,
                details.condition().startedAt(),
                events);
    }

    /// The same with one more event.
    StatsFacts with(EngineEvent event) {
        List<EngineEvent> more = new java.util.ArrayList<>(events);
        more.add(event);
        return new StatsFacts(cores, memoryLimit, pidsLimit, started, more);
    }
}
