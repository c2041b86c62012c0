package io.quayside.engine.model;

import java.util.Locale;

/// What a container's health check says.
public enum HealthStatus {
    /// There is no health check.
    NONE,
    /// It hasn't succeeded yet, within its start period.
    STARTING,
    /// The last check succeeded.
    HEALTHY,
    /// As many checks in a row failed as were allowed.
    UNHEALTHY,
    /// The engine used a word that isn't known here.
    UNKNOWN;

    /// Reads the engine's word.
    public static HealthStatus of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "", "none" -> NONE;
            case "starting" -> STARTING;
            case "healthy" -> HEALTHY;
            case "unhealthy" -> UNHEALTHY;
            default -> UNKNOWN;
        };
    }

    /// The engine's word for it, as filters take it.
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
