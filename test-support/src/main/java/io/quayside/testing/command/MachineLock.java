package io.quayside.testing.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Something of this machine that one test class at a time may use, whichever JVM it runs in: a port, an address range,
/// a user. Registered as a static field; the class waits until the others are done with it.
public final class MachineLock implements BeforeAllCallback, AfterAllCallback {
    private static final Path FOLDER = Path.of("/var/tmp/qs-locks");

    private final String name;
    private Optional<FileLock> held = Optional.empty();

    private MachineLock(String name) {
        this.name = name;
    }

    /// @param name of what is used
    public static MachineLock of(String name) {
        return new MachineLock(name);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        held = Optional.of(take());
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (held.isPresent()) {
            held.get().acquiredBy().close();
        }
    }

    private FileLock take() {
        try {
            Files.createDirectories(FOLDER);
            return FileChannel.open(FOLDER.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .lock();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
