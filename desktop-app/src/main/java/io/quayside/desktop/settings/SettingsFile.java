package io.quayside.desktop.settings;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.JsonTree.NotReadable;
import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The one JSON file. What can't be read is moved aside, never overwritten.
final class SettingsFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final long LARGEST = 4L << 20;

    private final Path path;
    private final Clock clock;

    SettingsFile(Path path, Clock clock) {
        this.path = path;
        this.clock = clock;
    }

    /// What was read.
    ///
    /// @param tree the fields, or none when defaults are used
    /// @param problem why defaults are used although there is a file
    /// @param writable whether the file may be written without losing anything
    record Loaded(Map<String, Object> tree, Optional<Problem> problem, boolean writable) {}

    Loaded load() {
        try {
            if (Files.isRegularFile(path) && Files.size(path) > LARGEST) {
                return setAside("It is larger than 4 MB.");
            }
            Map<String, Object> tree = JsonTree.read(Files.readAllBytes(path));
            double version = new Fields(tree).number("version", 0);
            if (version != SettingsCodec.VERSION) {
                return setAside(
                        version > SettingsCodec.VERSION
                                ? "A newer version of Quayside wrote it."
                                : "It does not say which version of Quayside wrote it.");
            }
            return new Loaded(tree, Optional.empty(), true);
        } catch (NoSuchFileException e) {
            return new Loaded(Map.of(), Optional.empty(), true);
        } catch (NotReadable e) {
            return setAside(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return setAside("It can’t be read: " + reason(e) + ".");
        }
    }

    private Loaded setAside(String why) {
        Path aside = path.resolveSibling(
                path.getFileName() + ".broken-" + TIME.format(clock.instant().atZone(ZoneId.systemDefault())));
        try {
            Files.move(path, aside);
            return new Loaded(
                    Map.of(),
                    Optional.of(problem(
                            "Your settings could not be read, so the defaults are used.",
                            why + " The file is kept as " + aside + ".",
                            "settings-set-aside",
                            aside)),
                    true);
        } catch (IOException e) {
            return new Loaded(
                    Map.of(),
                    Optional.of(problem(
                            "Your settings could not be read, so the defaults are used.",
                            why + " It could not be moved aside either, so changes are not saved.",
                            "settings-unreadable",
                            path)),
                    false);
        }
    }

    /// Writes beside the file, flushes, then takes its place.
    void write(Map<String, Object> tree) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        AtomicFile.write(path, JsonTree.write(tree));
    }

    Problem writeProblem(IOException cause) {
        return problem(
                "Your settings could not be saved.",
                "They apply until Quayside quits. The file can’t be written: " + reason(cause) + ".",
                "settings-not-saved",
                path);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case AccessDeniedException _ -> "it isn’t yours to open";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            default -> cause.getClass().getSimpleName();
        };
    }

    private static Problem problem(String title, String why, String code, Path file) {
        return new Problem(title, why, List.of(), Optional.empty(), List.of("File: " + file), code, true);
    }
}
