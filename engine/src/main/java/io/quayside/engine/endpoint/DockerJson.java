package io.quayside.engine.endpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the JSON files of `docker`, whatever state they are in.
final class DockerJson {

    private static final long SIZE_LIMIT = 4 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    private DockerJson() {}

    /// An object, or an exception that says what is there instead.
    static JsonNode read(Path file) throws DockerConfigException {
        String text = text(file);
        if (text.isBlank()) {
            throw new DockerConfigException(file, "The file is empty", null);
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                throw new DockerConfigException(file, "The file doesn't have a JSON object in it", null);
            }
            return node;
        } catch (JacksonException e) {
            throw new DockerConfigException(file, "The file isn't valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(Path file) throws DockerConfigException {
        try {
            if (Files.size(file) > SIZE_LIMIT) {
                throw new DockerConfigException(file, "The file is larger than 4 MiB", null);
            }
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new DockerConfigException(file, "The file doesn't exist", e);
        } catch (AccessDeniedException e) {
            throw new DockerConfigException(file, "This user may not read the file", e);
        } catch (CharacterCodingException e) {
            throw new DockerConfigException(file, "The file isn't valid UTF-8", e);
        } catch (IOException e) {
            throw new DockerConfigException(file, "The file can't be read: " + e.getMessage(), e);
        }
    }
}
