package io.quayside.desktop.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Drags files out of the window of another program, which [DragSource] is.
final class Dragging implements AutoCloseable {
    private static final int X = 1320;
    private static final int Y = 100;
    private static final int ATTEMPTS = 10;
    private static final int STEPS = 25;

    private final XDisplay display;
    private final Process process;
    private final BufferedReader said;

    private Dragging(XDisplay display, Process process) {
        this.display = display;
        this.process = process;
        this.said = process.inputReader();
    }

    static Dragging of(XDisplay display, Path... files) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dprism.order=sw",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DragSource.class.getName(),
                String.valueOf(X),
                String.valueOf(Y)));
        for (Path file : files) {
            line.add(file.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("DISPLAY", display.name());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Dragging made = new Dragging(display, builder.start());
        made.await("ready");
        return made;
    }

    private String await(String beginning) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new AssertionError("The source of the drag ended before it said " + beginning);
        }
        return line;
    }

    /// Drags them there and lets go. Who is asked whether it takes them answers when it can, so one that was let go
    /// too early is dragged again.
    void dropAt(int x, int y) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int middle = DragSource.SIZE / 2;
            display.move(X + middle, Y + middle);
            display.hold();
            for (int step = 1; step < middle; step += 4) {
                display.move(X + middle - step, Y + middle + step);
            }
            await("dragging");
            for (int step = 0; step <= STEPS; step++) {
                display.move(X + (x - X) * step / STEPS, Y + (y - Y) * step / STEPS);
            }
            for (int step = 0; step <= STEPS; step++) {
                display.move(x + step % 2, y + step % 3);
            }
            display.release();
            if (await("ended").equals("ended COPY")) {
                return;
            }
        }
        throw new AssertionError("Nobody took the files");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
