package io.quayside.engine.model;

import java.util.Optional;

/// What is pushed (`POST /images/{name}/push`).
///
/// @param reference a name with a tag; without a tag, `latest` is pushed
/// @param platform such as `linux/arm64` to push only that of several (since API 1.46), or empty
/// @param auth what the registry is told about who asks, if anything
public record PushSpec(String reference, String platform, Optional<RegistryAuth> auth) {

    /// Pushes without a login.
    public static PushSpec of(String reference) {
        return new PushSpec(reference, "", Optional.empty());
    }
}
