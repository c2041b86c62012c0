package io.quayside.desktop.login;

import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A file that the desktop reads at login: there when Quayside is to start, gone when not.
record LoginFile(Path file, String text) implements LoginStart {
    @Override
    public Optional<String> unavailable() {
        return Optional.empty();
    }

    /// A desktop's own tools keep the file and say in it that it doesn't count.
    @Override
    public boolean isOn() throws IOException {
        return Files.isRegularFile(file)
                && Files.readString(file)
                        .lines()
                        .map(line -> line.replace(" ", ""))
                        .noneMatch(DesktopEntry.OFF::contains);
    }

    @Override
    public void set(boolean on) throws IOException {
        if (on) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            AtomicFile.write(file, text);
        } else {
            Files.deleteIfExists(file);
        }
    }
}
