package io.quayside.desktop.ui.builds.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// A line of `.dockerignore` that leaves out one file or folder.
final class IgnoreLine {
    private static final String NAME = ".dockerignore";
    private static final String MEANS_MORE = "*?[\\";

    private IgnoreLine() {}

    /// The line for a name directly in the folder; empty for a name that no line can say.
    static Optional<String> of(String name) {
        boolean unsayable = name.chars().anyMatch(Character::isISOControl)
                || Character.isWhitespace(name.charAt(name.length() - 1));
        if (unsayable) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder("#! ".indexOf(name.charAt(0)) >= 0 ? "/" : "");
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            line.append(MEANS_MORE.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return Optional.of(line.toString());
    }

    /// Puts a line behind those that are there; the file keeps its owner and its rights. Blocks.
    static void add(Path folder, String line) throws IOException {
        Path file = folder.resolve(NAME);
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        boolean open = !before.isEmpty() && !before.endsWith("\n");
        Files.writeString(
                file,
                (open ? "\n" : "") + line + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
