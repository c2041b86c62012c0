package io.quayside.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.engine.platform.PlatformInfo.OperatingSystem;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void withADisplayNothingIsMissing() {
        assertEquals(Optional.empty(), Display.missing(Map.of("DISPLAY", ":0"), OperatingSystem.LINUX, "./run"));
    }

    @Test
    void otherSystemsNeedNone() {
        assertEquals(Optional.empty(), Display.missing(Map.of(), OperatingSystem.WINDOWS, "quayside"));
        assertEquals(Optional.empty(), Display.missing(Map.of(), OperatingSystem.MACOS, "quayside"));
    }

    @Test
    void withoutOneTheWayToAPictureIsSaid() {
        assertEquals(Optional.of("""
                        No display here: DISPLAY isn't set.
                        For a picture of the window: ./run screenshot FILE.png
                        For the engine's state:      ./run status"""), Display.missing(Map.of("DISPLAY", ""), OperatingSystem.LINUX, "./run"));
    }

    @Test
    void onWaylandAloneXwaylandIsNamed() {
        assertEquals(
                "No X display here: DISPLAY isn't set. On Wayland the window needs Xwayland.",
                Display.missing(Map.of("WAYLAND_DISPLAY", "wayland-0"), OperatingSystem.LINUX, "./run")
                        .orElseThrow()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }
}
