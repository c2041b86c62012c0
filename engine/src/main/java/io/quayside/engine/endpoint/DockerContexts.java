package io.quayside.engine.endpoint;

import io.quayside.engine.endpoint.DockerContext.Broken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The contexts of the `docker` command line, read from its configuration folder. Nothing is kept; reading
/// again shows what has changed. One broken file never hides the others.
public final class DockerContexts {

    /// What `docker` calls the engine at its default address; it isn't a file.
    public static final String DEFAULT = "default";

    private final Path folder;

    /// @param folder `~/.docker`, or what `DOCKER_CONFIG` says
    public DockerContexts(Path folder) {
        this.folder = folder;
    }

    /// The folder that `docker` uses in these surroundings.
    static Path folderIn(Map<String, String> environment, Path home) {
        String given = environment.getOrDefault("DOCKER_CONFIG", "");
        return given.isEmpty() ? home.resolve(".docker") : home.getFileSystem().getPath(given);
    }

    /// All contexts, by name, the broken ones among them.
    public List<DockerContext> list() {
        Path meta = folder.resolve("contexts").resolve("meta");
        if (Files.notExists(meta)) {
            return List.of();
        }
        List<DockerContext> contexts = new ArrayList<>();
        try (Stream<Path> folders = Files.list(meta)) {
            folders.filter(Files::isDirectory).forEach(f -> contexts.add(ContextFile.read(folder, f)));
        } catch (AccessDeniedException e) {
            contexts.add(new Broken(meta.toString(), meta, "This user may not read the folder"));
        } catch (IOException e) {
            contexts.add(new Broken(meta.toString(), meta, "The folder can't be read: " + e.getMessage()));
        } catch (UncheckedIOException e) {
            contexts.add(new Broken(meta.toString(), meta, "The folder can't be read: " + e.getMessage()));
        }
        contexts.sort(Comparator.comparing(DockerContext::name).thenComparing(DockerContext::file));
        return List.copyOf(contexts);
    }

    /// The context of this name; a usable one when several claim it.
    public Optional<DockerContext> find(String name) {
        return list().stream().filter(c -> c.name().equals(name)).min(Comparator.comparing(c -> c instanceof Broken));
    }

    /// The context that `docker context use` chose, or [#DEFAULT].
    ///
    /// @throws DockerConfigException when the configuration file is there and can't be read; says why
    public String current() throws DockerConfigException {
        Path file = configFile();
        if (Files.notExists(file)) {
            return DEFAULT;
        }
        JsonNode name = DockerJson.read(file).path("currentContext");
        return name.isString() && !name.stringValue().isEmpty() ? name.stringValue() : DEFAULT;
    }

    /// `config.json`, whether it exists or not.
    public Path configFile() {
        return folder.resolve("config.json");
    }

    Path folder() {
        return folder;
    }
}
