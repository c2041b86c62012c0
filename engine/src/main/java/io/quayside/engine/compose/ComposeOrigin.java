package io.quayside.engine.compose;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// From what Compose made a container, as its labels say. Anybody can write labels: nothing of this is more than a
/// claim.
///
/// @param project its name
/// @param service the container's
/// @param number which of the service's containers
/// @param folder where relative paths start
/// @param files the compose files, in their order
/// @param environment the files of variables that were named beside them
/// @param hash what Compose knows the service's state by
/// @param version of the Compose that made it
public record ComposeOrigin(
        String project,
        String service,
        String number,
        String folder,
        List<String> files,
        List<String> environment,
        String hash,
        String version) {
    /// The label by which Compose sees whether a container still is what its file says.
    public static final String HASH = "com.docker.compose.config-hash";

    private static final String PREFIX = "com.docker.compose.";

    public ComposeOrigin {
        files = List.copyOf(files);
        environment = List.copyOf(environment);
    }

    /// Empty for a container that isn't Compose's.
    public static Optional<ComposeOrigin> of(Map<String, String> labels) {
        String project = labels.getOrDefault(PREFIX + "project", "");
        if (project.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ComposeOrigin(
                project,
                labels.getOrDefault(PREFIX + "service", ""),
                labels.getOrDefault(PREFIX + "container-number", "1"),
                labels.getOrDefault(PREFIX + "project.working_dir", ""),
                list(labels.getOrDefault(PREFIX + "project.config_files", "")),
                list(labels.getOrDefault(PREFIX + "project.environment_file", "")),
                labels.getOrDefault(HASH, ""),
                labels.getOrDefault(PREFIX + "version", "")));
    }

    /// The last part of the first file's path, empty if there is none.
    public String fileName() {
        String first = files.isEmpty() ? "" : files.getFirst();
        return first.substring(Math.max(first.lastIndexOf('/'), first.lastIndexOf('\\')) + 1);
    }

    /// The files as a source for Docker Compose, if the labels name any on this computer. Whether they are there isn't
    /// looked at.
    public Optional<ComposeSource> source() {
        List<Path> paths = files.stream().flatMap(file -> path(file).stream()).toList();
        if (paths.isEmpty() || paths.size() < files.size()) {
            return Optional.empty();
        }
        return Optional.of(new ComposeSource(
                path(folder).orElseGet(() -> ComposeSource.of(paths.getFirst()).folder()),
                paths,
                Optional.of(project),
                environment.stream().flatMap(file -> path(file).stream()).toList(),
                Set.of()));
    }

    private static List<String> list(String commas) {
        List<String> all = new ArrayList<>();
        for (String one : commas.split(",", -1)) {
            if (!one.isBlank()) {
                all.add(one.strip());
            }
        }
        return all;
    }

    /// The absolute path that a text is; empty for anything else, such as an address that Compose would load.
    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
