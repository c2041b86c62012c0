package io.quayside.desktop.ui.containers.detail.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.terminal.emulator.Emulator;
import io.quayside.terminal.emulator.Style;
import io.quayside.terminal.emulator.TerminalKey;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.ProgramsImage;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Programs that draw on the whole screen, in a real container: what they show after keys, mouse and other sizes.
class ProgramsTest {
    private static final int GREEN = 2;
    private static TestEngine testEngine;
    private static Engine engine;
    private static String container;

    @BeforeAll
    static void start() throws Exception {
        testEngine = TestEngines.shared(EngineKind.DOCKER_20_10);
        ProgramsImage.ensure(testEngine);
        container = testEngine
                .docker("run", "-d", "--stop-signal", "KILL", ProgramsImage.NAME, "sleep", "10000")
                .strip();
        // It sets a prompt of its own.
        testEngine.docker("exec", container, "rm", "/etc/bash.bashrc");
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(testEngine.socket()));
    }

    @AfterAll
    static void end() {
        engine.close();
        testEngine.removeContainers();
    }

    private static ProgramScreen open() {
        return new ProgramScreen(engine, container, 80, 24);
    }

    @Test
    void vimEditsAndFollowsTheWindow() {
        try (ProgramScreen screen = open()) {
            screen.run("printf 'one\\ntwo\\nthree\\n' > edited");
            screen.run("vim.basic -Nu NONE edited");
            screen.awaitRow(0, "one");
            screen.awaitRow(3, "~");
            screen.awaitText("\"edited\" 3L, 14B");
            assertEquals(true, screen.read(Emulator::isAlternate));
            screen.press(TerminalKey.DOWN);
            screen.await("the cursor in the second line", emulator -> emulator.cursorY() == 1);
            screen.type("A and more\033");
            screen.awaitRow(1, "two and more");
            screen.type(":set hlsearch\r/three\r");
            screen.await(
                    "what was found is coloured",
                    emulator -> emulator.row(2).style(0) != Style.PLAIN
                            && emulator.row(2).style(4) == emulator.row(2).style(0)
                            && emulator.row(2).style(5) == Style.PLAIN);
            screen.resize(100, 30);
            screen.await(
                    "it fills the larger window",
                    emulator -> ProgramScreen.text(emulator, 28).equals("~")
                            && ProgramScreen.text(emulator, 1).equals("two and more"));
            screen.type("Golast line\033:wq\r");
            screen.await(
                    "the shell is back",
                    emulator -> !emulator.isAlternate()
                            && ProgramScreen.last(emulator).equals(">"));
            screen.awaitText("> vim.basic -Nu NONE edited");
        }
        assertEquals(
                "one\ntwo and more\nthree\nlast line\n", testEngine.docker("exec", container, "cat", "/root/edited"));
    }

    @Test
    void lessPagesAndFinds() {
        try (ProgramScreen screen = open()) {
            screen.run("seq 1 500 | less");
            screen.awaitRow(23, ":");
            screen.awaitRow(0, "1");
            screen.type(" ");
            screen.awaitRow(0, "24");
            screen.press(TerminalKey.UP);
            screen.awaitRow(0, "23");
            screen.type("/300\r");
            screen.awaitRow(0, "300");
            screen.await(
                    "the match is inverse",
                    emulator -> Style.has(emulator.row(0).style(0), Style.INVERSE)
                            && Style.has(emulator.row(0).style(2), Style.INVERSE)
                            && !Style.has(emulator.row(1).style(0), Style.INVERSE));
            screen.type("G");
            screen.awaitRow(22, "500");
            screen.await("the end", emulator -> emulator.row(23).text().contains("(END)"));
            screen.resize(80, 12);
            // It keeps its top line, which the terminal alone wouldn't.
            screen.awaitRow(0, "478");
            screen.awaitRow(11, ":");
            screen.type("q");
            screen.await("the shell is back", emulator -> !emulator.isAlternate());
            screen.awaitText("> seq 1 500 | less");
        }
    }

    @Test
    void htopIsDrawnAndTakesTheMouse() {
        try (ProgramScreen screen = open()) {
            screen.run("htop");
            screen.awaitText("F10");
            screen.awaitText("PID");
            int header = screen.read(emulator -> ProgramScreen.rowOf(emulator, "PID"));
            int column = screen.row(header).indexOf("PID");
            int back = Style.background(screen.style(column, header));
            assertTrue(
                    (Style.isIndexed(back) && Style.value(back) == GREEN)
                            || Style.has(screen.style(column, header), Style.INVERSE),
                    "the head of the list is marked");
            screen.awaitText("Load average:");
            screen.awaitText("htop");
            screen.resize(120, 40);
            screen.await(
                    "the keys go to the bottom",
                    emulator -> emulator.row(39).text().contains("F10"));
            screen.press(TerminalKey.F1);
            screen.awaitText("Press any key to return");
            screen.type("x");
            screen.awaitText("F10");
            screen.click("Quit");
            screen.await(
                    "a click on Quit ends it",
                    emulator -> !emulator.isAlternate()
                            && ProgramScreen.last(emulator).equals(">"));
        }
    }

    @Test
    void tmuxSplitsAndFollowsTheWindow() {
        try (ProgramScreen screen = open()) {
            screen.run("tmux -u -f /dev/null new-session -s work bash --norc");
            screen.await("its bar", emulator -> emulator.row(23).text().startsWith("[work] 0:bash*"));
            int back = Style.background(screen.style(0, 23));
            assertTrue(Style.isIndexed(back) && Style.value(back) == GREEN, "the bar is green");
            screen.type("\002%");
            screen.await("a line between two panes", ProgramsTest::isSplit);
            screen.type("echo ri''ght\r");
            screen.await(
                    "typed into the right one",
                    emulator -> ProgramScreen.rowOf(emulator, "right") >= 0
                            && emulator.row(ProgramScreen.rowOf(emulator, "right"))
                                            .text()
                                            .indexOf("right")
                                    > 40);
            screen.resize(100, 30);
            screen.await(
                    "the bar goes to the bottom and to the edge",
                    emulator -> emulator.row(29).text().startsWith("[work]")
                            && Style.background(emulator.row(29).style(99)) == back
                            && isSplit(emulator));
            screen.type("vim.basic -Nu NONE\r");
            screen.awaitText("│~");
            screen.type(":q\r");
            screen.await("vim has gone", emulator -> ProgramScreen.rowOf(emulator, "│~") < 0);
            // In one piece with other keys it would be pasted text to tmux.
            screen.type("\002d");
            screen.awaitText("[detached (from session work)]");
            screen.run("tmux kill-server");
        }
    }

    private static boolean isSplit(Emulator emulator) {
        int at = emulator.row(0).text().indexOf('│');
        for (int y = 0; y < emulator.size().rows() - 1; y++) {
            if (at < 30 || emulator.row(y).codePoint(at) != '│') {
                return false;
            }
        }
        return true;
    }

    /// Draws every cell of every frame by its position, and all anew in another size.
    @Test
    void aProgramThatDrawsEverythingAgainAndAgainLeavesItsLastFrame() {
        String draw = "draw() { read -r h w < <(stty size); for f in $(seq 30); do out=; for y in $(seq $h); do "
                + "printf -v line '\\e[%d;1H\\e[%dm%0*d' $y $((31 + (f + y) % 6)) $w $f; out+=$line; done; "
                + "printf '%s' \"$out\"; done; }";
        try (ProgramScreen screen = open()) {
            screen.run(draw);
            screen.run("printf '\\e[?1049h'; draw; read -rsn1; draw; read -rsn1; printf '\\e[0m\\e[?1049l'");
            screen.await("the last frame", ProgramsTest::isLastFrame);
            screen.resize(57, 17);
            screen.type("x");
            screen.await("the last frame of the other size", ProgramsTest::isLastFrame);
            screen.type("x");
            screen.await("the shell is back", emulator -> !emulator.isAlternate());
        }
    }

    private static boolean isLastFrame(Emulator emulator) {
        int columns = emulator.size().columns();
        for (int y = 0; y < emulator.size().rows(); y++) {
            String text = emulator.row(y).text();
            int color = Style.foreground(emulator.row(y).style(columns - 1));
            if (text.length() != columns || !text.endsWith("030") || Style.value(color) != 1 + (30 + y + 1) % 6) {
                return false;
            }
        }
        return true;
    }
}
