package io.quayside.benchmarks.window;

import io.quayside.desktop.Launcher;
import java.util.Map;

/// Quayside as users start it, with a window that does what [WindowCommands] says.
public final class QuaysideWindow {
    static final String WATCH = "watch";
    static final String SCROLL = "scroll";

    private QuaysideWindow() {}

    public static void main(String[] args) {
        WindowCommands.listen(Map.of(WATCH, RowWatch::begin, SCROLL, Scrolling::begin));
        Launcher.main(args);
    }
}
