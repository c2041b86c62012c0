package io.quayside.terminal.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.terminal.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No output breaks the emulator, whatever its bytes and wherever the window is resized in between.
@Timeout(120)
class FuzzTest {
    private static final String[] PIECES = {
        "\033[",
        "\033]",
        "\033P",
        "\033(0",
        "\033(B",
        "\033#8",
        "\033c",
        "\033M",
        "\033D",
        "\0337",
        "\0338",
        "\033[?1049h",
        "\033[?1049l",
        "\033[?6h",
        "\033[?7l",
        "\033[?7h",
        "\033[4h",
        "\033[2;4r",
        "\033[r",
        "\033[?69h",
        "\033[?69l",
        "\033[3;9s",
        "\033[5s",
        "\033[2'}",
        "\033[2'~",
        "\0336",
        "\0339",
        "\033#6",
        "\033[ @",
        ";",
        ":",
        "?",
        "38:2::1:2:3m",
        "99999999999",
        "1",
        "2",
        "5",
        "H",
        "J",
        "K",
        "L",
        "M",
        "P",
        "@",
        "S",
        "T",
        "X",
        "b",
        "m",
        "漢",
        "😀",
        "e\u0301",
        "\u200d",
        "\r",
        "\n",
        "\t",
        "\b",
        "\016",
        "\017",
        "\007",
        "\033\\",
        "text",
        " ",
        "\033]8;;http://x\007",
        "\033[?2026h",
        "\033[!p"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomBytes(long seed) {
        Random random = new Random(seed);
        Emulator emulator = new Emulator(new TerminalSize(20, 6), 50, reply -> {});
        byte[] bytes = new byte[700];
        for (int round = 0; round < 400; round++) {
            random.nextBytes(bytes);
            emulator.feed(bytes, 0, bytes.length);
            soundAfter(emulator, random);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void randomSequences(long seed) {
        Random random = new Random(seed);
        Emulator emulator = new Emulator(new TerminalSize(20, 6), 50, reply -> {});
        for (int round = 0; round < 1500; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            emulator.feed(bytes, 0, bytes.length);
            soundAfter(emulator, random);
        }
    }

    private static void soundAfter(Emulator emulator, Random random) {
        if (random.nextInt(10) == 0) {
            emulator.resize(new TerminalSize(2 + random.nextInt(40), 1 + random.nextInt(12)));
        }
        TerminalSize size = emulator.size();
        assertTrue(emulator.cursorX() >= 0 && emulator.cursorX() < size.columns(), "cursor in the screen");
        assertTrue(emulator.cursorY() >= 0 && emulator.cursorY() < size.rows(), "cursor in the screen");
        assertTrue(emulator.history().size() <= 50, "scrollback in its limit");
        for (int y = 0; y < size.rows(); y++) {
            Line line = emulator.row(y);
            assertEquals(size.columns(), line.length());
            for (int x = 0; x < size.columns(); x++) {
                if (line.codePoint(x) == Line.TAIL) {
                    assertTrue(x > 0 && line.codePoint(x - 1) > 0, "a right half has its left one");
                }
            }
            line.text();
        }
    }

    @Test
    void stringsWithoutEndAreNotKept() {
        Emulator emulator = new Emulator(new TerminalSize(20, 6), 50, reply -> {});
        byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        emulator.feed("\033]0;".getBytes(StandardCharsets.US_ASCII), 0, 4);
        for (int i = 0; i < 50; i++) {
            emulator.feed(megabyte, 0, megabyte.length);
        }
        emulator.feed("\007ok".getBytes(StandardCharsets.US_ASCII), 0, 3);
        assertEquals("ok", emulator.row(0).text());
        assertEquals("", emulator.title());
    }

    @Test
    void marksWithoutEndMakeNoCellGrow() {
        Emulator emulator = new Emulator(new TerminalSize(20, 6), 50, reply -> {});
        byte[] marks = ("e" + "\u0301".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        emulator.feed(marks, 0, marks.length);
        assertTrue(emulator.row(0).text().length() < 30, "marks of one cell are limited");
    }

    /// A line that never ended, all of it characters with marks, is one line when it is broken anew.
    @Test
    void aLineWithoutEndIsBrokenAnewInBoundedMemory() {
        Emulator emulator = new Emulator(new TerminalSize(80, 24), 10_000, reply -> {});
        int count = 400_000;
        byte[] bytes = "e\u0301".repeat(count).getBytes(StandardCharsets.UTF_8);
        emulator.feed(bytes, 0, bytes.length);
        for (int columns : new int[] {100, 79, 200, 80}) {
            emulator.resize(new TerminalSize(columns, 24));
        }
        int kept = 0;
        for (long line = emulator.firstLine(); line < emulator.endLine(); line++) {
            kept += emulator.line(line).text().length() / 2;
        }
        assertEquals(count, kept);
    }

    @Test
    void linksAreKeptInBoundedMemory() {
        Emulator emulator = new Emulator(new TerminalSize(20, 6), 50, reply -> {});
        for (int i = 0; i < 5000; i++) {
            byte[] link = ("\033]8;;http://" + "x".repeat(2000) + i + "\007a\r").getBytes(StandardCharsets.US_ASCII);
            emulator.feed(link, 0, link.length);
            assertEquals(
                    i < 1900, i < 1900 && !emulator.link(emulator.row(0), 0).isEmpty(), "link " + i);
        }
        assertEquals("", emulator.link(emulator.row(0), 0));
    }
}
