package io.quayside.desktop.program;

import io.quayside.testing.command.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// An X display of a test's own, with keys to press and a screen to look at. No window manager runs on it.
final class XDisplay implements AutoCloseable {
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 900;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int STILL = 4;

    private final Process server;
    private final Path screen;
    private final String name;

    private XDisplay(Process server, Path screen, String name) {
        this.server = server;
        this.screen = screen;
        this.name = name;
    }

    /// @param folder where the server keeps its screen
    static XDisplay open(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                "Xvfb",
                "-displayfd",
                "1",
                "-screen",
                "0",
                WIDTH + "x" + HEIGHT + "x24",
                "-nolisten",
                "tcp",
                "-fbdir",
                folder.toString());
        builder.redirectError(folder.resolve("xvfb.log").toFile());
        Process server = builder.start();
        BufferedReader said = server.inputReader();
        String number = said.readLine();
        if (number == null) {
            throw new AssertionError(Files.readString(folder.resolve("xvfb.log")));
        }
        return new XDisplay(server, folder.resolve("Xvfb_screen0"), ":" + number.strip());
    }

    String name() {
        return name;
    }

    private String run(String... arguments) {
        return Command.of(arguments)
                .withEnvironment("DISPLAY", name)
                .withDeadline(LONGEST)
                .run()
                .orFail()
                .output()
                .strip();
    }

    /// The windows with this title that are on the screen, as the server numbers them.
    List<String> windows(String title) {
        String found = Command.of("xdotool", "search", "--onlyvisible", "--name", "^" + title + "$")
                .withEnvironment("DISPLAY", name)
                .withDeadline(LONGEST)
                .run()
                .output()
                .strip();
        return found.isEmpty() ? List.of() : found.lines().toList();
    }

    String property(String window, String property) {
        return run("xprop", "-id", window, property);
    }

    /// The windows of the screen, the topmost first.
    List<String> stack() {
        return run("xwininfo", "-root", "-children")
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("0x"))
                .map(line -> Long.decode(line.substring(0, line.indexOf(' '))).toString())
                .toList();
    }

    /// Gives the keyboard to a window, which a window manager would do.
    void focus(String window) {
        run("xdotool", "windowfocus", "--sync", window);
    }

    void type(String text) {
        run("xdotool", "type", "--delay", "30", text);
    }

    void press(String... keys) {
        for (String key : keys) {
            run("xdotool", "key", key);
        }
    }

    void move(int x, int y) {
        run("xdotool", "mousemove", String.valueOf(x), String.valueOf(y));
    }

    void hold() {
        run("xdotool", "mousedown", "1");
    }

    void release() {
        run("xdotool", "mouseup", "1");
    }

    /// What is in a part of the screen now, to be compared with what is there later.
    byte[] look(int x, int y, int width, int height) {
        try {
            // The server keeps its screen in the format of xwd: sizes in the header, then colours, then rows of pixels.
            ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(screen));
            int header = file.getInt(0);
            int rowBytes = file.getInt(48);
            int colours = file.getInt(76);
            int pixels = header + colours * 12;
            byte[] part = new byte[width * 4 * height];
            for (int row = 0; row < height; row++) {
                file.get(pixels + (y + row) * rowBytes + x * 4, part, row * width * 4, width * 4);
            }
            return part;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits until a part of the screen is another than before and doesn't change any more; returns it.
    byte[] awaitOther(String what, byte[] before, int x, int y, int width, int height) {
        byte[][] last = {before};
        int[] same = {0};
        await(what, () -> {
            byte[] now = look(x, y, width, height);
            same[0] = Arrays.equals(now, last[0]) ? same[0] + 1 : 0;
            last[0] = now;
            return same[0] >= STILL && !Arrays.equals(now, before);
        });
        return last[0];
    }

    static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Still not: " + what);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }
}
