package io.quayside.engine.internal.codec;

import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageManifest;
import io.quayside.engine.model.ImageRemoval;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.RawJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Images.
public final class ImageCodec {
    private static final String NO_TAG = "<none>:<none>";
    private static final String NO_DIGEST = "<none>@<none>";

    private ImageCodec() {}

    /// Reads one item of `GET /images/json`.
    public static ImageSummary summary(JsonIn in) {
        String id = "";
        String parentId = "";
        List<String> tags = List.of();
        List<String> digests = List.of();
        Instant created = Instant.EPOCH;
        long size = 0;
        OptionalLong sharedSize = OptionalLong.empty();
        OptionalLong containers = OptionalLong.empty();
        Map<String, String> labels = Map.of();
        List<ImageManifest> manifests = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Id" -> id = in.text();
                    case "ParentId" -> parentId = in.text();
                    case "RepoTags" -> tags = without(in.texts(), NO_TAG);
                    case "RepoDigests" -> digests = without(in.texts(), NO_DIGEST);
                    case "Created" -> created = in.instant().orElse(Instant.EPOCH);
                    case "Size" -> size = in.number();
                    case "SharedSize" -> sharedSize = counted(in);
                    case "Containers" -> containers = counted(in);
                    case "Labels" -> labels = in.textMap();
                    case "Manifests" -> manifests = in.list(ManifestCodec::read);
                    default -> in.skip();
                }
            }
        }
        return new ImageSummary(id, parentId, tags, digests, created, size, sharedSize, containers, labels, manifests);
    }

    /// Engines have -1 for what they didn't count.
    static OptionalLong counted(JsonIn in) {
        long number = in.isNumber() ? in.number() : -1;
        if (number < 0) {
            in.skip();
        }
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static List<String> without(List<String> texts, String unwanted) {
        return texts.contains(unwanted)
                ? texts.stream().filter(text -> !text.equals(unwanted)).toList()
                : texts;
    }

    /// Reads `GET /images/{name}/json`.
    ///
    /// @param json the same answer, to keep
    public static ImageDetails details(JsonIn in, RawJson json) {
        String id = "";
        List<String> tags = List.of();
        List<String> digests = List.of();
        String parentId = "";
        String comment = "";
        String author = "";
        Optional<Instant> created = Optional.empty();
        String architecture = "";
        String variant = "";
        String os = "";
        long size = 0;
        ContainerConfig config = ContainerConfig.builder().build();
        List<String> layers = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Id" -> id = in.text();
                    case "RepoTags" -> tags = without(in.texts(), NO_TAG);
                    case "RepoDigests" -> digests = without(in.texts(), NO_DIGEST);
                    case "Parent" -> parentId = in.text();
                    case "Comment" -> comment = in.text();
                    case "Author" -> author = in.text();
                    case "Created" -> created = in.instant();
                    case "Architecture" -> architecture = in.text();
                    case "Variant" -> variant = in.text();
                    case "Os" -> os = in.text();
                    case "Size" -> size = in.number();
                    case "Config" -> config = ContainerConfigCodec.read(in);
                    case "RootFS" -> layers = in.map(JsonIn::texts).getOrDefault("Layers", List.of());
                    default -> in.skip();
                }
            }
        }
        return new ImageDetails(
                id,
                tags,
                digests,
                parentId,
                comment,
                author,
                created,
                architecture,
                variant,
                os,
                size,
                config,
                layers,
                json);
    }

    /// Reads one item of `DELETE /images/{name}`.
    public static ImageRemoval removal(JsonIn in) {
        String what = "";
        boolean untagged = false;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Untagged" -> {
                        what = in.text();
                        untagged = true;
                    }
                    case "Deleted" -> {
                        what = in.text();
                        untagged = false;
                    }
                    default -> in.skip();
                }
            }
        }
        return new ImageRemoval(what, untagged);
    }
}
