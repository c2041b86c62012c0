package io.quayside.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// An image in a list (`GET /images/json`).
///
/// @param id the id, with `sha256:` in front
/// @param parentId the parent's id, or empty
/// @param tags names such as `redis:7`, none for an untagged image
/// @param digests names such as `redis@sha256:…`
/// @param created when it was built
/// @param size bytes of all layers
/// @param sharedSize bytes it shares with other images, if that was measured
/// @param containers how many containers use it, if the engine counted, which it does for `GET /system/df` only
/// @param labels its labels
/// @param manifests what it holds for which platform, if that was asked for and the engine knows
public record ImageSummary(
        String id,
        String parentId,
        List<String> tags,
        List<String> digests,
        Instant created,
        long size,
        OptionalLong sharedSize,
        OptionalLong containers,
        Map<String, String> labels,
        List<ImageManifest> manifests) {

    /// Whether no name leads to it.
    public boolean isUntagged() {
        return tags.isEmpty();
    }
}
