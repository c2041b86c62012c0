package io.quayside.engine.model;

import java.util.List;

/// How an image is made of a container (`POST /commit`).
///
/// @param repository the new image's name, or empty for none
/// @param tag the new image's tag, or empty for `latest`
/// @param comment a comment
/// @param author whose it is
/// @param pause pause the container meanwhile
/// @param changes Dockerfile instructions to apply, such as `CMD ["sh"]`
public record CommitSpec(
        String repository, String tag, String comment, String author, boolean pause, List<String> changes) {
    public CommitSpec {
        changes = List.copyOf(changes);
    }

    /// An image with this name and tag.
    public static CommitSpec as(String repository, String tag) {
        return new CommitSpec(repository, tag, "", "", true, List.of());
    }
}
