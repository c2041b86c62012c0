package io.quayside.engine.layer;

import io.quayside.engine.files.FilePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an archive of an image says about itself.
///
/// @param layers the names of its layers in the archive, lowest first
/// @param diffIds the digests of their contents, as many or fewer
/// @param createdBy what made them, as many or fewer
record SavedManifest(List<String> layers, List<String> diffIds, List<String> createdBy) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DEEPEST_INDEX = 4;

    String diffId(int layer) {
        return layer < diffIds.size() ? diffIds.get(layer) : "";
    }

    String createdBy(int layer) {
        return layer < createdBy.size() ? createdBy.get(layer) : "";
    }

    /// Finds it in docker's place, else in that of OCI.
    ///
    /// @param documents the JSON files of the archive by name
    static SavedManifest read(Map<String, byte[]> documents) throws IOException {
        try {
            JsonNode docker = document(documents, "/manifest.json").path(0);
            if (docker.isObject()) {
                return of(
                        texts(docker.path("Layers")),
                        document(
                                documents,
                                FilePaths.normal(docker.path("Config").asString(""))));
            }
            return oci(documents, document(documents, "/index.json"), 0);
        } catch (JacksonException e) {
            throw SavedImage.unreadable();
        }
    }

    private static SavedManifest oci(Map<String, byte[]> documents, JsonNode index, int depth) throws IOException {
        JsonNode manifest = document(
                documents, blob(index.path("manifests").path(0).path("digest").asString("")));
        if (manifest.has("manifests") && depth < DEEPEST_INDEX) {
            return oci(documents, manifest, depth + 1);
        }
        if (!manifest.path("layers").isArray()) {
            throw SavedImage.unreadable();
        }
        List<String> names = new ArrayList<>();
        manifest.path("layers")
                .forEach(each -> names.add(blob(each.path("digest").asString(""))));
        return of(
                names,
                document(documents, blob(manifest.path("config").path("digest").asString(""))));
    }

    private static String blob(String digest) {
        return "/blobs/" + digest.replace(':', '/');
    }

    private static JsonNode document(Map<String, byte[]> documents, String name) {
        byte @Nullable [] bytes = documents.get(name);
        return JSON.readTree(bytes == null ? new byte[] {'{', '}'} : bytes);
    }

    private static SavedManifest of(List<String> layers, JsonNode config) {
        List<String> createdBy = new ArrayList<>();
        for (JsonNode step : config.path("history")) {
            if (!step.path("empty_layer").asBoolean(false)) {
                createdBy.add(step.path("created_by").asString(""));
            }
        }
        return new SavedManifest(layers, texts(config.path("rootfs").path("diff_ids")), createdBy);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }
}
