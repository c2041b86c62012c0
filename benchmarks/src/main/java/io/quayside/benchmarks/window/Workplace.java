package io.quayside.benchmarks.window;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.engine.MockEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for one measure, the engine in it, and a display. Everything is gone afterwards.
final class Workplace implements AutoCloseable {
    private final Path folder;
    private final MockEngine engine;
    private final XDisplay display;
    private int users;

    private Workplace(Path folder, MockEngine engine, XDisplay display) {
        this.folder = folder;
        this.engine = engine;
        this.display = display;
    }

    static Workplace with(int containers, int running) throws IOException, NotMeasuredException {
        Path folder = Files.createTempDirectory("quayside-bench-");
        XDisplay display = XDisplay.start();
        return new Workplace(folder, MockEngine.start(folder.resolve("engine.sock"), containers, running), display);
    }

    /// Sends the windows of a process to the display of this place.
    void showOn(ProcessBuilder process) {
        process.environment().put("DISPLAY", display.name());
        process.environment().put("GDK_BACKEND", "x11");
        process.environment().remove("WAYLAND_DISPLAY");
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
        display.close();
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
