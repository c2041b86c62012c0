package io.quayside.benchmarks.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.stage.Window;

/// What a harness may ask of a window on the standard input of its process, one word on a line: `hide`, as
/// Quayside does when it stays in the tray, and what the program itself adds. The end of the input ends the
/// process.
final class WindowCommands {
    private WindowCommands() {}

    /// Starts to listen and returns at once.
    ///
    /// @param more what each further word does, on the FX thread
    static void listen(Map<String, Runnable> more) {
        Thread.ofPlatform().name("bench-commands").daemon().start(() -> read(more));
    }

    private static void read(Map<String, Runnable> more) {
        try {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String word = input.readLine(); word != null; word = input.readLine()) {
                Platform.runLater(more.getOrDefault(word, WindowCommands::hide));
            }
        } catch (IOException e) {
            System.err.println("No more commands: " + e.getMessage());
        }
        System.exit(0);
    }

    private static void hide() {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
    }
}
