package io.quayside.desktop.ui.engine;

import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Consumer;

/// Where an engine's log comes from.
public interface LogSource {
    /// Reads the end of the log and what comes until the handle is closed.
    ///
    /// @param lines called on a thread of the source with one or more lines
    Subscription follow(Consumer<List<String>> lines) throws IOException;

    /// Copies all that can be had of it. Blocks.
    void save(Path target) throws IOException;

    /// A log in one file.
    static LogSource of(Path file) {
        return new LogSource() {
            @Override
            public Subscription follow(Consumer<List<String>> lines) throws IOException {
                return FileTail.follow(file, lines);
            }

            @Override
            public void save(Path target) throws IOException {
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        };
    }
}
