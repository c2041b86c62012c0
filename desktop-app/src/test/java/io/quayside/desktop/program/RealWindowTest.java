package io.quayside.desktop.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program in a real window: GTK on an X server, keys as a keyboard sends them, a real engine behind.
class RealWindowTest {
    // The list of the palette below its field, which has a caret that blinks.
    private static final int[] PALETTE = {330, 160, 620, 300};
    // The rows of the table without figures that change.
    private static final int[] ROWS = {300, 190, 200, 400};
    private static final int[] MIDDLE = {440, 300, 400, 200};

    @TempDir
    private Path folder;

    private TestEngine engine;
    private XDisplay display;

    @BeforeEach
    void open() throws Exception {
        for (String program : List.of("Xvfb", "xdotool", "xprop", "xwininfo")) {
            if (Command.find(program).isEmpty()) {
                TestEngines.unavailable("a real window needs " + program);
            }
        }
        engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        display = XDisplay.open(Files.createDirectory(folder.resolve("screen")));
    }

    @AfterEach
    void close() throws Exception {
        if (display != null) {
            display.close();
        }
        engine.removeContainers();
    }

    private Program.Running start(String name) throws Exception {
        return new Program(folder.resolve(name)).openOn(display.name(), "--engine", engine.host());
    }

    private String window() {
        XDisplay.await(
                "a window called Quayside", () -> !display.windows("Quayside").isEmpty());
        return display.windows("Quayside").getFirst();
    }

    private byte[] look(int[] part) {
        return display.look(part[0], part[1], part[2], part[3]);
    }

    private byte[] awaitOther(String what, byte[] before, int[] part) {
        return display.awaitOther(what, before, part[0], part[1], part[2], part[3]);
    }

    private void awaitState(String container, String state) {
        XDisplay.await(
                container + " is " + state,
                () -> engine.docker("inspect", "--format", "{{.State.Status}}", container)
                        .strip()
                        .equals(state));
    }

    /// Opens the palette, types a container's name and runs the action below it: "Stop" of one that runs.
    private void stopByPalette(String container) {
        byte[] before = look(PALETTE);
        display.press("ctrl+k");
        byte[] open = awaitOther("the palette is open", before, PALETTE);
        display.type(container);
        byte[] found = awaitOther("the palette has searched", open, PALETTE);
        display.press("Down");
        awaitOther("the next row is selected", found, PALETTE);
        display.press("Return");
    }

    @Test
    void keysReachTheWindowAndTheEngine() throws Exception {
        engine.docker("run", "-d", "--name", "x-alpha", "--stop-signal", "KILL", TestImages.BUSYBOX, "sleep", "1000");
        engine.docker("run", "-d", "--name", "x-beta", "--stop-signal", "KILL", TestImages.BUSYBOX, "sleep", "1000");
        try (Program.Running program = start("data")) {
            String window = window();
            assertTrue(display.property(window, "_NET_WM_ICON").contains("Icon"), "the window has a sign of its own");
            display.focus(window);

            stopByPalette("x-alpha");
            awaitState("x-alpha", "exited");

            byte[] all = look(ROWS);
            display.press("slash");
            display.type("x-beta");
            awaitOther("the list is filtered", all, ROWS);
            // To the table, past the heading of its one group, to the one row.
            display.press("F6", "Down", "Down", "ctrl+Return");
            awaitState("x-beta", "exited");
            assertEquals(
                    "exited",
                    engine.docker("inspect", "--format", "{{.State.Status}}", "x-alpha")
                            .strip());

            display.press("ctrl+q");
            assertEquals(0, program.awaitEnd());
            assertEquals(List.of(), display.windows("Quayside"));
        }
    }

    @Test
    void quittingWithATaskAsksAndTheTaskGoesOnWithoutTheWindow() throws Exception {
        // Its first process ignores the signal to end, so that stopping takes as long as the engine waits.
        engine.docker("run", "-d", "--name", "x-slow", "--stop-timeout", "12", TestImages.BUSYBOX, "sleep", "1000");
        try (Program.Running program = start("data")) {
            display.focus(window());
            stopByPalette("x-slow");
            byte[] before = look(MIDDLE);
            display.press("ctrl+q");
            awaitOther("the question is there", before, MIDDLE);
            assertEquals(1, display.windows("Quayside").size());
            display.press("Return");
            XDisplay.await(
                    "the window is gone", () -> display.windows("Quayside").isEmpty());
            assertTrue(program.isAlive());
            awaitState("x-slow", "exited");
            assertEquals(0, program.awaitEnd());
        }
    }

    @Test
    void aSecondStartBringsTheFirstWindowToTheFront() throws Exception {
        engine.docker("create", "--name", "x-made", TestImages.BUSYBOX, "true");
        try (Program.Running first = start("one")) {
            String below = window();
            try (Program.Running other = start("two")) {
                XDisplay.await("two windows", () -> display.windows("Quayside").size() == 2);
                String above = display.windows("Quayside").stream()
                        .filter(each -> !each.equals(below))
                        .findFirst()
                        .orElseThrow();
                XDisplay.await("the newer one is in front", () -> isAbove(above, below));

                CommandResult second = new Program(folder.resolve("one")).runOn(display.name());
                assertEquals(0, second.exitCode(), second.errors());
                XDisplay.await("the first one is in front", () -> isAbove(below, above));
                assertTrue(first.isAlive() && other.isAlive());
            }
        }
    }

    /// The toolkit's own timer would wake it sixty times in each second.
    @Test
    void windowAtRestSleeps() throws Exception {
        engine.docker("create", "--name", "x-still", TestImages.BUSYBOX, "true");
        try (Program.Running program = start("data")) {
            window();
            XDisplay.await("a second in which the window slept", () -> {
                long before = program.sleepsOfTheFxThread();
                LockSupport.parkNanos(1_000_000_000);
                return program.sleepsOfTheFxThread() - before < 15;
            });
        }
    }

    /// As a file manager gives it: another process, over the X server, with the protocol that desktops have for it.
    @Test
    void filesThatAreDraggedFromAnotherProgramAreUploaded() throws Exception {
        engine.docker("run", "-d", "--name", "x-files", "--stop-signal", "KILL", TestImages.BUSYBOX, "sleep", "1000");
        Path file = Files.writeString(folder.resolve("drag me.txt"), "dragged\n");
        Path more = Files.writeString(
                Files.createDirectory(folder.resolve("dragged folder")).resolve("one"), "1\n");
        try (Program.Running program = start("data")) {
            display.focus(window());
            byte[] before = look(PALETTE);
            display.press("ctrl+k");
            byte[] open = awaitOther("the palette is open", before, PALETTE);
            display.type("x-files");
            awaitOther("the palette has searched", open, PALETTE);
            byte[] list = look(ROWS);
            display.press("Return");
            byte[] logs = awaitOther("the container's page", list, ROWS);
            display.press("ctrl+alt+3");
            awaitOther("its files", logs, ROWS);
            try (Dragging source = Dragging.of(display, file, more.getParent())) {
                source.dropAt(ROWS[0] + 100, ROWS[1] + 200);
            }
            XDisplay.await(
                    "the files are there",
                    () -> engine.tryDocker("exec", "x-files", "cat", "/drag me.txt", "/dragged folder/one")
                            .output()
                            .equals("dragged\n1\n"));
            assertTrue(program.isAlive());
        }
    }

    private boolean isAbove(String upper, String lower) {
        List<String> stack = display.stack();
        return stack.contains(upper) && stack.indexOf(upper) < stack.indexOf(lower);
    }
}
