package io.quayside.benchmarks.window;

import io.quayside.benchmarks.engine.MockEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for one measure and the engine in it. Everything is gone afterwards.
final class Workplace implements AutoCloseable {
    private final Path folder;
    private final MockEngine engine;
    private int users;

    private Workplace(Path folder, MockEngine engine) {
        this.folder = folder;
        this.engine = engine;
    }

    static Workplace with(int containers, int running) throws IOException {
        Path folder = Files.createTempDirectory("quayside-bench-");
        return new Workplace(folder, MockEngine.start(folder.resolve("engine.sock"), containers, running));
    }

    MockEngine engine() {
        return engine;
    }

    Path folder() {
        return folder;
    }

    /// A folder that nobody has used.
    Path fresh() throws IOException {
        users++;
        return Files.createDirectory(folder.resolve("user-" + users));
    }

    @Override
    public void close() throws IOException {
        engine.close();
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
