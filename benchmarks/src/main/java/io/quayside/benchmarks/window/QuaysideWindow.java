package io.quayside.benchmarks.window;

import io.quayside.desktop.Launcher;

/// Quayside as users start it, with a window that hides when a line comes in on standard input.
public final class QuaysideWindow {
    private QuaysideWindow() {}

    public static void main(String[] args) {
        HidingOnCommand.listen();
        Launcher.main(args);
    }
}
