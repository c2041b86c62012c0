package io.quayside.engine.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which files of a folder a build doesn't get, as docker reads it from `.dockerignore`. The last line that is
/// about a path decides.
final class IgnoreFile {
    private static final long SIZE_LIMIT = 4 << 20;
    private static final String NAME = ".dockerignore";

    private final List<IgnorePattern> patterns;

    private IgnoreFile(List<IgnorePattern> patterns) {
        this.patterns = patterns;
    }

    /// Reads that of a folder: the one beside the Dockerfile that has its name, as in `app.Dockerfile.dockerignore`,
    /// else the folder's own. The Dockerfile and the folder's own file are sent in any case, since the engine needs
    /// them and leaves them out itself where they are ignored; it only does so by the folder's own.
    static IgnoreFile of(Path folder, String dockerfile) throws IOException {
        Path beside = folder.resolve(dockerfile + NAME);
        boolean own = Files.isRegularFile(beside);
        List<IgnorePattern> patterns = new ArrayList<>();
        for (String line : lines(own ? beside : folder.resolve(NAME))) {
            IgnorePattern.of(line).ifPresent(patterns::add);
        }
        if (!patterns.isEmpty()) {
            if (!own) {
                patterns.add(IgnorePattern.keeping(NAME));
            }
            patterns.add(IgnorePattern.keeping(dockerfile));
        }
        return new IgnoreFile(List.copyOf(patterns));
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            if (Files.exists(file) && Files.size(file) > SIZE_LIMIT) {
                throw new BuildContextException("The file " + file.getFileName() + " is larger than 4 MiB");
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return (text.startsWith("\ufeff") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /// Whether a path, with slashes and relative to the folder, isn't sent.
    boolean ignores(String path) {
        boolean ignored = false;
        for (IgnorePattern pattern : patterns) {
            if (pattern.keeps() == ignored && isAbout(pattern, path)) {
                ignored = !pattern.keeps();
            }
        }
        return ignored;
    }

    /// A line about a folder is about all that is in it.
    private static boolean isAbout(IgnorePattern pattern, String path) {
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (pattern.matches().matcher(path).region(0, end).matches()) {
                return true;
            }
        }
        return false;
    }

    /// Whether something in an ignored folder may be sent after all. Docker looks for it only where a line names
    /// the folder without wildcards, and so do we.
    boolean mayKeepSomethingIn(String folder) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.keeps() && (pattern.text() + "/").startsWith(folder + "/"));
    }
}
