package io.quayside.desktop.builds;

import io.quayside.engine.build.BuildSecret;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is asked of a build. Of secrets it has where they are found, never what they are.
///
/// @param folder what is sent
/// @param dockerfile its path in the folder, with slashes
/// @param tags names of the image; may be none
/// @param arguments values of the Dockerfile's `ARG`s, in the order in which they were given
/// @param target the stage to stop at, or empty
/// @param platform such as `linux/arm64`, or empty for the engine's own
/// @param labels labels of the image
/// @param network the network of `RUN`, or empty
/// @param secrets where the secrets are found
/// @param noCache build every step anew
/// @param pull look for newer base images
public record BuildRequest(
        Path folder,
        String dockerfile,
        List<String> tags,
        Map<String, String> arguments,
        String target,
        String platform,
        Map<String, String> labels,
        String network,
        List<BuildSecret> secrets,
        boolean noCache,
        boolean pull) {
    public static final String DOCKERFILE = "Dockerfile";

    public BuildRequest {
        folder = folder.toAbsolutePath().normalize();
        tags = List.copyOf(tags);
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        secrets = List.copyOf(secrets);
    }

    /// By the folder's `Dockerfile`, with nothing else asked.
    public static BuildRequest of(Path folder, String... tags) {
        return new BuildRequest(
                folder, DOCKERFILE, List.of(tags), Map.of(), "", "", Map.of(), "", List.of(), false, false);
    }

    /// What the image will be called, or the folder's name for one without a tag. Untrusted text.
    public String title() {
        Path name = folder.getFileName();
        return tags.isEmpty() ? (name == null ? folder : name).toString() : tags.getFirst();
    }
}
