package io.quayside.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a `docker run` line takes from where it is run.
public interface RunSurroundings {
    /// A variable of the environment.
    Optional<String> variable(String name);

    /// The text of a file.
    String read(Path file) throws IOException;

    /// The folder that relative paths start from.
    Path folder();

    /// What `~` stands for.
    Path home();

    /// The process's own. Relative paths start from the user's home, as in a new terminal: where a window was started
    /// from means nothing to its user.
    static RunSurroundings ofThisComputer() {
        return new RunSurroundings() {
            @Override
            public Optional<String> variable(String name) {
                return Optional.ofNullable(System.getenv(name));
            }

            @Override
            public String read(Path file) throws IOException {
                return Files.readString(folder().resolve(file));
            }

            @Override
            public Path folder() {
                return home();
            }

            @Override
            public Path home() {
                return Path.of(System.getProperty("user.home"));
            }
        };
    }
}
