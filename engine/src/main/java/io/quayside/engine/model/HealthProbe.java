package io.quayside.engine.model;

import java.time.Instant;
import java.util.Optional;

/// One run of a health check.
///
/// @param start when it began
/// @param end when it ended
/// @param exitCode 0 for healthy, 1 for unhealthy, else the check itself failed
/// @param output the start of what it wrote
public record HealthProbe(Optional<Instant> start, Optional<Instant> end, int exitCode, String output) {}
