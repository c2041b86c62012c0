package io.quayside.desktop.ui.compose.file;

import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.compose.schema.ComposeSchema;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which files a project is made of. Blocks.
final class ProjectFiles {
    /// What Docker Compose looks for in a folder, the first that is there.
    private static final List<List<String>> USUAL = List.of(
            List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"),
            List.of(
                    "compose.override.yml",
                    "compose.override.yaml",
                    "docker-compose.override.yml",
                    "docker-compose.override.yaml"));

    private static final int MOST = 50;
    private static final Logger LOG = LoggerFactory.getLogger(ProjectFiles.class);

    private ProjectFiles() {}

    /// The compose files first, whether they are there or not, then files that they take in, then those of variables.
    static List<Path> of(ComposeSource source) {
        Set<Path> composed = new LinkedHashSet<>(source.files().isEmpty() ? usual(source.folder()) : source.files());
        Set<Path> variables = new LinkedHashSet<>(source.environmentFiles());
        if (source.environmentFiles().isEmpty()) {
            add(variables, source.folder().resolve(".env"));
        }
        Deque<Path> toRead = new ArrayDeque<>(composed);
        while (!toRead.isEmpty() && composed.size() < MOST) {
            Path file = toRead.poll();
            for (Path named : named(file, source.folder())) {
                if (!isCompose(named)) {
                    variables.add(named);
                } else if (composed.add(named)) {
                    toRead.add(named);
                }
            }
        }
        List<Path> all = new ArrayList<>(composed);
        variables.removeAll(composed);
        all.addAll(variables);
        return all;
    }

    /// Files that would belong to the project if they were there.
    static List<Path> candidates(ComposeSource source) {
        List<Path> all = new ArrayList<>(List.of(source.folder().resolve(".env")));
        if (source.files().isEmpty()) {
            USUAL.forEach(names -> names.forEach(name -> all.add(source.folder().resolve(name))));
        }
        return all;
    }

    /// Whether it is a compose file by its name.
    static boolean isCompose(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static List<Path> usual(Path folder) {
        List<Path> found = new ArrayList<>();
        for (List<String> names : USUAL) {
            names.stream()
                    .map(folder::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found.isEmpty() ? List.of(folder.resolve(USUAL.getFirst().getFirst())) : found;
    }

    private static Set<Path> named(Path file, Path folder) {
        Set<Path> found = new LinkedHashSet<>();
        if (DiskFile.look(file) instanceof DiskFile.Look.There(DiskFile read)) {
            Path from = Optional.ofNullable(file.getParent()).orElse(folder);
            for (String name : ComposeSchema.shared().files(read.text())) {
                try {
                    add(found, from.resolve(name).normalize());
                } catch (InvalidPathException e) {
                    LOG.debug("A compose file names what can't be a file", e);
                }
            }
        }
        return found;
    }

    private static void add(Set<Path> files, Path file) {
        if (Files.isRegularFile(file)) {
            files.add(file);
        }
    }
}
