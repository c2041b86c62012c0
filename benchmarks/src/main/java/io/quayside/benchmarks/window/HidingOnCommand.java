package io.quayside.benchmarks.window;

import java.io.IOException;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Window;

/// Hides all windows of this process when a line comes in on standard input, as Quayside does when it stays in the
/// tray, and ends the process with the end of the input.
final class HidingOnCommand {
    private HidingOnCommand() {}

    /// Starts to listen and returns at once.
    static void listen() {
        Thread.ofPlatform().name("bench-commands").daemon().start(HidingOnCommand::read);
    }

    private static void read() {
        try {
            for (int letter = System.in.read(); letter >= 0; letter = System.in.read()) {
                if (letter == '\n') {
                    Platform.runLater(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
                }
            }
        } catch (IOException e) {
            System.err.println("No more commands: " + e.getMessage());
        }
        System.exit(0);
    }
}
