package io.quayside.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One step of how an image was made (`GET /images/{name}/history`).
///
/// @param imageId the id of the image after this step, or empty where it isn't kept here
/// @param created when, if it says
/// @param createdBy what made it, such as `RUN apt-get update` or `/bin/sh -c #(nop)  CMD ["sh"]`
/// @param size bytes of the layer that it added, 0 for a step that only changes the config
/// @param comment a comment
/// @param tags names of the image after this step; Podman tells none
public record HistoryEntry(
        String imageId, Optional<Instant> created, String createdBy, long size, String comment, List<String> tags) {}
