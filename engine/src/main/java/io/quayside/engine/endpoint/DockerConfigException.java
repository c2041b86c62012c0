package io.quayside.engine.endpoint;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A configuration file of `docker` is unreadable or damaged. The message says what is wrong, for people.
public final class DockerConfigException extends Exception {

    private final Path file;

    DockerConfigException(Path file, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.file = file;
    }

    public Path file() {
        return file;
    }
}
