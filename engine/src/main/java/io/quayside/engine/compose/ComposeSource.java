package io.quayside.engine.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a project is made of.
///
/// @param folder the project's folder: `.env` and relative names are found there
/// @param files the compose files, later ones override earlier ones; empty: what Docker Compose finds in the folder
/// @param name the project's name; absent: what the files say, else the folder's
/// @param environmentFiles in place of `.env`
/// @param profiles those that are switched on
public record ComposeSource(
        Path folder, List<Path> files, Optional<String> name, List<Path> environmentFiles, Set<String> profiles) {
    static final String ALL_PROFILES = "*";

    private static final Set<String> USUAL =
            Set.of("compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml");
    private static final List<String> OVERRIDES = List.of(
            "compose.override.yml",
            "compose.override.yaml",
            "docker-compose.override.yml",
            "docker-compose.override.yaml");

    public ComposeSource {
        files = List.copyOf(files);
        environmentFiles = List.copyOf(environmentFiles);
        profiles = Set.copyOf(profiles);
    }

    /// One file, in its own folder, named as it says itself.
    public static ComposeSource of(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        return new ComposeSource(
                folder == null ? whole : folder, List.of(whole), Optional.empty(), List.of(), Set.of());
    }

    /// What Docker Compose would find in the folder of a file with one of its usual names: the file, and what overrides
    /// it if there is something; for another name the file alone. Looks at the disk.
    public static ComposeSource found(Path file) {
        ComposeSource alone = of(file);
        if (!USUAL.contains(String.valueOf(file.getFileName()))) {
            return alone;
        }
        return OVERRIDES.stream()
                .map(alone.folder()::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(override -> new ComposeSource(
                        alone.folder(),
                        List.of(alone.files().getFirst(), override),
                        alone.name(),
                        alone.environmentFiles(),
                        alone.profiles()))
                .orElse(alone);
    }

    public ComposeSource withName(String project) {
        return new ComposeSource(folder, files, Optional.of(project), environmentFiles, profiles);
    }

    public ComposeSource withProfiles(Set<String> on) {
        return new ComposeSource(folder, files, name, environmentFiles, on);
    }

    /// @param filesOfVariables in place of `.env`
    public ComposeSource withEnvironment(List<Path> filesOfVariables) {
        return new ComposeSource(folder, files, name, filesOfVariables, profiles);
    }

    /// The options that every command gets.
    List<String> options() {
        List<String> words = new ArrayList<>(List.of("--project-directory", folder.toString()));
        files.forEach(file -> words.addAll(List.of("--file", file.toString())));
        name.ifPresent(project -> words.addAll(List.of("--project-name", project)));
        environmentFiles.forEach(file -> words.addAll(List.of("--env-file", file.toString())));
        new TreeSet<>(profiles).forEach(profile -> words.addAll(List.of("--profile", profile)));
        return words;
    }
}
