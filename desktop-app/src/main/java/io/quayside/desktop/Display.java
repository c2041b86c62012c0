package io.quayside.desktop;

import io.quayside.engine.platform.PlatformInfo.OperatingSystem;
import java.util.Map;
import java.util.Optional;

/// Whether a window can be opened here.
final class Display {
    private Display() {}

    /// Why no window can be opened and how to get a picture of it; empty if nothing stands against it.
    ///
    /// @param command how the user calls Quayside
    static Optional<String> missing(Map<String, String> environment, OperatingSystem system, String command) {
        boolean needsX = system == OperatingSystem.LINUX;
        String display = environment.getOrDefault("DISPLAY", "");
        if (!needsX || !display.isEmpty()) {
            return Optional.empty();
        }
        String why = environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                ? "No display here: DISPLAY isn't set."
                : "No X display here: DISPLAY isn't set. On Wayland the window needs Xwayland.";
        return Optional.of("""
                %s
                For a picture of the window: %s screenshot FILE.png
                For the engine's state:      %s status""".formatted(why, command, command));
    }
}
