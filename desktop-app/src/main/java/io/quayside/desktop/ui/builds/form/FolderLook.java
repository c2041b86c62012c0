package io.quayside.desktop.ui.builds.form;

import io.quayside.engine.build.BuildContext;
import io.quayside.engine.build.BuildContextException;
import io.quayside.engine.build.ContextParts;
import io.quayside.engine.dockerfile.Dockerfile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Looks into folders, for the form. Blocks; any thread.
final class FolderLook {
    private static final int MOST_FOUND = 50;
    private static final String DOCKERFILE = "dockerfile";
    private static final String CONTAINERFILE = "containerfile";

    /// What a look gave.
    ///
    /// @param answer what was looked for
    /// @param why there is none, a sentence; empty if there is, or if somebody ended the look
    record Seen<T>(Optional<T> answer, String why) {
        static <T> Seen<T> of(T answer) {
            return new Seen<>(Optional.of(answer), "");
        }

        static <T> Seen<T> not(String why) {
            return new Seen<>(Optional.empty(), why);
        }
    }

    private FolderLook() {}

    /// The path that somebody typed; `~` is their own folder.
    static Optional<Path> path(String typed) {
        String text = typed.strip();
        try {
            boolean home = text.equals("~") || text.startsWith("~/");
            Path path = home ? Path.of(System.getProperty("user.home"), text.substring(1)) : Path.of(text);
            return text.isEmpty() || !path.isAbsolute() ? Optional.empty() : Optional.of(path.normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// The names of the files in a folder that look like Dockerfiles, the likeliest first.
    static Seen<List<String>> dockerfiles(Path folder) {
        if (!Files.exists(folder)) {
            return Seen.not("There is no such folder.");
        }
        if (!Files.isDirectory(folder)) {
            return Seen.not("That is a file, not a folder.");
        }
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, FolderLook::isDockerfile)) {
            for (Path one : all) {
                if (found.size() < MOST_FOUND) {
                    found.add(String.valueOf(one.getFileName()));
                }
            }
        } catch (IOException e) {
            return Seen.not("Your user may not read this folder.");
        }
        found.sort(Comparator.comparingInt(FolderLook::rank).thenComparing(Comparator.naturalOrder()));
        return Seen.of(List.copyOf(found));
    }

    private static boolean isDockerfile(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean named = name.equals(DOCKERFILE)
                || name.equals(CONTAINERFILE)
                || name.endsWith("." + DOCKERFILE)
                || name.startsWith(DOCKERFILE + ".");
        return named && !name.endsWith(".dockerignore") && Files.isRegularFile(file);
    }

    private static int rank(String name) {
        return name.equals("Dockerfile") ? 0 : name.equals("Containerfile") ? 1 : 2;
    }

    /// What a Dockerfile says.
    static Seen<Dockerfile> dockerfile(Path file) {
        try {
            return Seen.of(Dockerfile.read(file));
        } catch (NoSuchFileException e) {
            return Seen.not("There is no such file in the folder.");
        } catch (IOException e) {
            return Seen.not("Your user may not read this file.");
        }
    }

    /// What would be sent. Interrupt the thread to end it.
    static Seen<ContextParts> measure(Path folder, String dockerfile) {
        try {
            return Seen.of(BuildContext.of(folder, dockerfile).parts());
        } catch (IOException e) {
            return Seen.not(words(e));
        } catch (UncheckedIOException e) {
            return Seen.not(words(Objects.requireNonNull(e.getCause())));
        }
    }

    private static String words(IOException e) {
        return switch (e) {
            case InterruptedIOException ended -> ""; // somebody ended it: nothing is wrong
            case BuildContextException own -> own.getMessage() + ".";
            case AccessDeniedException denied -> "Your user may not read " + denied.getFile() + ".";
            default -> "The folder can't be read: " + e.getMessage() + ".";
        };
    }
}
