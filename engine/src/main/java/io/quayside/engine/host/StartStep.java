package io.quayside.engine.host;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One named step of a start.
///
/// @param name for people, such as "Starting Docker"
/// @param took absent while it runs
public record StartStep(String name, Instant began, Optional<Duration> took) {}
