package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.SaveDialog;
import java.io.OutputStream;
import java.nio.file.Files;
import javafx.stage.Window;

/// Saves everything that is kept, byte for byte as it was printed; of several containers with their names in front. FX
/// thread; the writing is a task.
final class LogSaving {
    private final ContainersParts parts;
    private final SaveDialog dialog;

    LogSaving(ContainersParts parts, SaveDialog dialog) {
        this.parts = parts;
        this.dialog = dialog;
    }

    void save(LogContent.Everything everything, String name, Window over) {
        dialog.ask(over, "Save the output of " + name, name + ".log")
                .ifPresent(file -> parts.tasks()
                        .task("Saving the output of " + name)
                        .doneTitle("Saved the output of " + name + " to " + file.getFileName())
                        .kind(TaskKind.CONTAINER)
                        .start(task -> {
                            try (OutputStream out = Files.newOutputStream(file)) {
                                everything.open().copyTo(out, 0, Long.MAX_VALUE);
                            }
                            return file;
                        }));
    }
}
