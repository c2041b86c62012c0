package io.quayside.desktop.ui.run;

import io.quayside.engine.model.ImageSummary;
import java.util.List;
import java.util.Optional;

/// Finds an image by the name that somebody typed.
final class ImageNamed {
    private static final int SHORTEST_ID = 4;

    private ImageNamed() {}

    static Optional<ImageSummary> among(List<ImageSummary> images, String name) {
        String wanted = whole(name);
        String id = name.startsWith("sha256:") ? name : "sha256:" + name;
        return images.stream()
                .filter(image ->
                        image.tags().stream().anyMatch(tag -> whole(tag).equals(wanted))
                                || image.digests().stream()
                                        .anyMatch(digest -> whole(digest).equals(wanted))
                                || (name.length() >= SHORTEST_ID && image.id().startsWith(id)))
                .findFirst();
    }

    /// With registry and tag, as engines complete it: `docker.io/library/redis:latest` for `redis`.
    private static String whole(String name) {
        boolean tagged = name.contains("@") || name.lastIndexOf(':') > name.lastIndexOf('/');
        String full = tagged ? name : name + ":latest";
        int slash = full.indexOf('/');
        String first = slash < 0 ? "" : full.substring(0, slash);
        if (slash < 0) {
            return "docker.io/library/" + full;
        }
        return first.contains(".") || first.contains(":") || first.equals("localhost") ? full : "docker.io/" + full;
    }
}
