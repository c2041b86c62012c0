package io.quayside.engine.model;

import java.util.Locale;

/// What a container is doing, from the engine's `State` or `Status` word.
public enum ContainerState {
    /// Made, never started.
    CREATED,
    /// Its main process runs.
    RUNNING,
    /// Its processes are frozen.
    PAUSED,
    /// It ended and its restart policy is about to start it again.
    RESTARTING,
    /// It is being stopped (Podman).
    STOPPING,
    /// It is being removed.
    REMOVING,
    /// It ended.
    EXITED,
    /// It couldn't be removed fully and can't be started again.
    DEAD,
    /// The engine used a word that isn't known here.
    UNKNOWN;

    /// Reads the engine's word; Podman's own words map to their nearest equal.
    public static ContainerState of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "created", "configured", "initialized" -> CREATED;
            case "running" -> RUNNING;
            case "paused" -> PAUSED;
            case "restarting" -> RESTARTING;
            case "stopping" -> STOPPING;
            case "removing" -> REMOVING;
            case "exited", "stopped" -> EXITED;
            case "dead" -> DEAD;
            default -> UNKNOWN;
        };
    }

    /// The engine's word for it, as filters take it.
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether there are processes: running, paused or on the way down.
    public boolean hasProcesses() {
        return this == RUNNING || this == PAUSED || this == STOPPING;
    }
}
