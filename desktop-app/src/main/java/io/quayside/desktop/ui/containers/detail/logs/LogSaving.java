package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.logs.LogStore;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Saves everything that is kept, byte for byte as it was printed. FX thread; the writing is a task.
public final class LogSaving {
    /// Asks the user for a file.
    @FunctionalInterface
    public interface Chooser {
        /// @param name to begin with
        /// @return empty when the user thought better of it
        Optional<Path> choose(String title, String name, Window over);
    }

    private final ContainersParts parts;
    private final Chooser chooser;

    LogSaving(ContainersParts parts, Chooser chooser) {
        this.parts = parts;
        this.chooser = chooser;
    }

    /// The dialog of the system.
    static Optional<Path> dialog(String title, String name, Window over) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
    }

    void save(LogStore store, String name, Window over) {
        chooser.choose("Save the output of " + name, name + ".log", over)
                .ifPresent(file -> parts.tasks()
                        .task("Saving the output of " + name)
                        .doneTitle("Saved the output of " + name + " to " + file.getFileName())
                        .kind(TaskKind.CONTAINER)
                        .start(task -> {
                            try (OutputStream out = Files.newOutputStream(file)) {
                                store.copyTo(out, 0, Long.MAX_VALUE);
                            }
                            return file;
                        }));
    }
}
