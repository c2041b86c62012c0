package io.quayside.vm.context;

import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The name of the current context in docker's `config.json`. Everything else in it is kept as it is.
final class DockerConfigFile {
    private static final String CURRENT = "currentContext";
    private static final String DEFAULT = "default";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DefaultIndenter TABS = new DefaultIndenter("\t", "\n");

    private final Path file;

    DockerConfigFile(Path file) {
        this.file = file;
    }

    String current() throws IOException {
        JsonNode name = read().path(CURRENT);
        return name.isString() && !name.stringValue().isEmpty() ? name.stringValue() : DEFAULT;
    }

    void setCurrent(String name) throws IOException {
        ObjectNode root = read();
        if (name.equals(DEFAULT)) {
            root.remove(CURRENT);
        } else {
            root.put(CURRENT, name);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        // A link stays one: people keep this file elsewhere.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(TABS);
        AtomicFile.write(target, JSON.writer().with(printer).writeValueAsBytes(root));
    }

    /// @throws IOException also for a file that holds something else, which is never written over
    private ObjectNode read() throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                return JSON.createObjectNode();
            }
            if (JSON.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
            throw new IOException("it doesn't have a JSON object in it");
        } catch (NoSuchFileException e) {
            return JSON.createObjectNode();
        } catch (JacksonException e) {
            // Its own words quote the file, in which there may be secrets.
            throw new IOException("it isn't valid JSON", e);
        }
    }
}
