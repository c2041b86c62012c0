package io.quayside.engine.model;

import java.util.List;

/// What a container's health check said lately.
///
/// @param status its verdict
/// @param failingStreak how many checks in a row failed
/// @param log the last runs, oldest first; engines keep five
public record Health(HealthStatus status, int failingStreak, List<HealthProbe> log) {}
