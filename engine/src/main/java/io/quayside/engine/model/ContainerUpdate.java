package io.quayside.engine.model;

import java.util.Optional;

/// New limits for a container (`POST /containers/{id}/update`).
///
/// @param resources the limits; those that are 0 or absent stay as they are
/// @param restartPolicy the restart policy, or empty to leave it
public record ContainerUpdate(Resources resources, Optional<RestartPolicy> restartPolicy) {}
