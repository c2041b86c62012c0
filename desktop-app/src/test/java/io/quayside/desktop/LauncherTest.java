package io.quayside.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void nothingOpensTheWindow() {
        assertEquals(Optional.of(StartOptions.NONE), Launcher.window());
    }

    @Test
    void engineAndFolderOpenTheWindowWithThem() {
        assertEquals(
                Optional.of(new StartOptions(Optional.of("unix:///x"), Optional.of(Path.of("/d")))),
                Launcher.window("--data-dir", "/d", "--engine", "unix:///x"));
    }

    @Test
    void anythingElseIsForTheParser() {
        assertEquals(Optional.empty(), Launcher.window("status"));
        assertEquals(Optional.empty(), Launcher.window("--engine"));
        assertEquals(Optional.empty(), Launcher.window("--engine", "--json"));
        assertEquals(Optional.empty(), Launcher.window("--engine=unix:///x"));
        assertEquals(Optional.empty(), Launcher.window("--data-dir", "/d", "status"));
    }
}
