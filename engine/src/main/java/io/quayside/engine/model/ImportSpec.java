package io.quayside.engine.model;

import java.util.List;

/// How an image is made of the archive of a file system (`POST /images/create?fromSrc=-`).
///
/// @param repository the new image's name, or empty for none
/// @param tag its tag, or empty for `latest`
/// @param message a comment
/// @param platform such as `linux/arm64`, or empty for the engine's own
/// @param changes Dockerfile instructions to apply, such as `CMD ["sh"]`
public record ImportSpec(String repository, String tag, String message, String platform, List<String> changes) {
    public ImportSpec {
        changes = List.copyOf(changes);
    }

    /// An image with this name and tag.
    public static ImportSpec as(String repository, String tag) {
        return new ImportSpec(repository, tag, "", "", List.of());
    }
}
