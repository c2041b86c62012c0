package io.quayside.desktop.ui.containers.detail.stopped;

import io.quayside.desktop.ui.containers.detail.PastEvents;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.EngineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an engine has on record about how a container ended.
///
/// @param requests the signals that somebody had it send, oldest first; empty when it doesn't remember that time
/// @param machineMemory bytes that its machine has
record EndRecord(ContainerDetails details, Optional<List<EngineEvent>> requests, long machineMemory) {
    /// The engine writes the end down, then tells of it.
    private static final Duration LATER = Duration.ofSeconds(2);

    /// Engines wait ten seconds between a stop and the kill after it, unless somebody wants longer.
    private static final Duration BEFORE = Duration.ofMinutes(2);

    /// Blocks.
    static EndRecord read(Engine engine, String id) throws EngineException {
        ContainerDetails details = engine.containers().inspect(id);
        return new EndRecord(
                details, requests(engine, details), engine.system().info().memory());
    }

    private static Optional<List<EngineEvent>> requests(Engine engine, ContainerDetails details)
            throws EngineException {
        Optional<Instant> end = details.condition().finishedAt();
        if (end.isEmpty()) {
            return Optional.empty();
        }
        Instant since = details.condition()
                .startedAt()
                .filter(start -> start.isAfter(end.get().minus(BEFORE)))
                .orElse(end.get().minus(BEFORE));
        List<EngineEvent> events =
                PastEvents.of(engine, details.id(), since, end.get().plus(LATER));
        boolean remembers = events.stream()
                .anyMatch(
                        event -> event.action().equals("die") || event.action().equals("died"));
        return remembers
                ? Optional.of(events.stream()
                        .filter(event -> event.action().equals("kill"))
                        .toList())
                : Optional.empty();
    }
}
