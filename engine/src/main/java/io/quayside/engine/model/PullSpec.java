package io.quayside.engine.model;

import java.util.Optional;

/// What is pulled (`POST /images/create`).
///
/// @param reference a name with a tag or a digest, such as `redis:7`; without either, `latest` is pulled
/// @param platform such as `linux/arm64`, or empty for the engine's own
/// @param auth what the registry is told about who asks, if anything
public record PullSpec(String reference, String platform, Optional<RegistryAuth> auth) {

    /// Pulls without a login.
    public static PullSpec of(String reference) {
        return new PullSpec(reference, "", Optional.empty());
    }
}
