package io.quayside.engine.model;

import java.time.Instant;
import java.util.Optional;

/// What a container is doing and how it last ended (`State` of `GET /containers/{id}/json`).
///
/// @param state what it is doing
/// @param pid the main process on the engine's machine, 0 when it doesn't run
/// @param exitCode what the main process last exited with
/// @param oomKilled whether it was ended for lack of memory
/// @param error why it couldn't be started, or empty
/// @param startedAt when it last started, if ever
/// @param finishedAt when it last ended, if ever
/// @param health its health check, if it has one
public record ContainerCondition(
        ContainerState state,
        long pid,
        long exitCode,
        boolean oomKilled,
        String error,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Health> health) {}
