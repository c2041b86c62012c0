package io.quayside.benchmarks.window;

import io.quayside.benchmarks.NotMeasuredException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// A display of its own, without a screen: the toolkit's way to a real X server is measured, and nobody's
/// desktop is in the way.
final class XDisplay implements AutoCloseable {
    private static final int END_SECONDS = 10;

    private final Process server;
    private final String name;

    private XDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    static XDisplay start() throws IOException, NotMeasuredException {
        ProcessBuilder builder =
                // As on a desktop, where others were there before: GTK asks OpenGL about a display only once, and who
                // asks
                // has 48 MB more of it.
                new ProcessBuilder(
                        "Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process server;
        try {
            server = builder.start();
        } catch (IOException e) {
            throw new NotMeasuredException("a window needs a display, and there is no Xvfb: " + e.getMessage());
        }
        BufferedReader output = server.inputReader();
        String number = output.readLine();
        if (number == null) {
            throw new NotMeasuredException("Xvfb doesn't start");
        }
        return new XDisplay(server, ":" + number.strip());
    }

    /// For the environment variable DISPLAY.
    String name() {
        return name;
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
