package io.quayside.benchmarks.window;

import io.quayside.desktop.Launcher;
import java.util.Map;
import javafx.scene.input.KeyCode;

/// Quayside as users start it, with a window that does what [WindowCommands] says.
public final class QuaysideWindow {
    static final String WATCH = "watch";
    static final String SCROLL = "scroll";
    static final String IMAGES = "images";
    static final String VOLUMES = "volumes";
    static final String LOG_OPEN = "log-open";
    static final String LOG_READ = "log-read";
    static final String LOG_SCROLL = "log-scroll";
    static final String LOG_FLOOD = "log-flood";

    private QuaysideWindow() {}

    public static void main(String[] args) {
        WindowCommands.listen(Map.of(
                WATCH,
                RowWatch::begin,
                SCROLL,
                Scrolling::begin,
                IMAGES,
                () -> PageWatch.begin(IMAGES, KeyCode.DIGIT2),
                VOLUMES,
                () -> PageWatch.begin(VOLUMES, KeyCode.DIGIT3),
                LOG_OPEN,
                LogCommands::open,
                LOG_READ,
                LogCommands::read,
                LOG_SCROLL,
                LogCommands::scroll,
                LOG_FLOOD,
                LogCommands::flood));
        Launcher.main(args);
    }
}
