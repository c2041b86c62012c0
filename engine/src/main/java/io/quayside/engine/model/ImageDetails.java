package io.quayside.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything about one image (`GET /images/{name}/json`).
///
/// @param id the id, with `sha256:` in front
/// @param tags names such as `redis:7`
/// @param digests names such as `redis@sha256:…`
/// @param parentId the parent's id, or empty
/// @param comment the comment it was made with
/// @param author whose it is
/// @param created when it was built, if it says
/// @param architecture such as `amd64`
/// @param variant such as `v8`, or empty
/// @param os such as `linux`
/// @param size bytes of all layers
/// @param config what its containers run by default
/// @param layers the digests of its layers, lowest first
/// @param json the engine's whole answer
public record ImageDetails(
        String id,
        List<String> tags,
        List<String> digests,
        String parentId,
        String comment,
        String author,
        Optional<Instant> created,
        String architecture,
        String variant,
        String os,
        long size,
        ContainerConfig config,
        List<String> layers,
        RawJson json) {}
