package io.quayside.terminal.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Finding, selecting and following links.
class TextTest {
    private static TextRange range(long line, int column, long endLine, int endColumn) {
        return new TextRange(new Position(line, column), new Position(endLine, endColumn));
    }

    @Test
    void findsInScrollbackAndOverWrappedLines() {
        Emulator emulator = Fed.of(10, 3, "needle\r\n2\r\n3\r\n12345678nee" + "dle\r\nNeedle");
        assertEquals(
                List.of(range(0, 0, 0, 5), range(3, 8, 4, 3), range(5, 0, 5, 5)), TextFinder.find(emulator, "needle"));
        assertEquals(List.of(range(5, 0, 5, 5)), TextFinder.find(emulator, "Needle"));
        assertEquals(List.of(), TextFinder.find(emulator, "n.edle"));
    }

    @Test
    void lineNumbersStayWhenLinesAreDropped() {
        Emulator emulator = Fed.of(10, 2, "x\r\n".repeat(150) + "last");
        assertEquals(49, emulator.firstLine());
        assertEquals(List.of(range(150, 0, 150, 3)), TextFinder.find(emulator, "last"));
        assertEquals("last", emulator.line(150).text());
    }

    @Test
    void copiesWrappedLinesAsOne() {
        Emulator emulator = Fed.of(5, 4, "abcdefg  \r\n漢字 x");
        assertEquals("cdefg  \n漢字 x", range(0, 2, 3, 9).text(emulator));
        assertEquals("字", range(2, 2, 2, 3).text(emulator));
    }

    @Test
    void wordsAndLines() {
        Emulator emulator = Fed.of(10, 4, "cd /usr/lib/jvm; ls");
        assertEquals(
                "/usr/lib/jvm", TextRange.word(emulator, new Position(0, 6)).text(emulator));
        assertEquals(
                "/usr/lib/jvm", TextRange.word(emulator, new Position(1, 2)).text(emulator));
        assertEquals(";", TextRange.word(emulator, new Position(1, 5)).text(emulator));
        assertEquals(
                "cd /usr/lib/jvm; ls",
                TextRange.line(emulator, new Position(1, 0)).text(emulator));
    }

    @Test
    void linksInTextAndMadeByPrograms() {
        Emulator emulator = Fed.of(
                30, 5, "see (https://example.org/a?b=c).\r\n\033]8;;http://x.org/\033\\here\033]8;;\033\\ there");
        assertEquals(
                Optional.of("https://example.org/a?b=c"),
                TextFinder.linkAt(emulator, new Position(0, 10)).map(TextFinder.Link::address));
        assertEquals(Optional.empty(), TextFinder.linkAt(emulator, new Position(0, 2)));
        assertEquals(
                Optional.of(new TextFinder.Link(range(2, 0, 2, 3), "http://x.org/")),
                TextFinder.linkAt(emulator, new Position(2, 1)));
        assertEquals(Optional.empty(), TextFinder.linkAt(emulator, new Position(2, 6)));
    }

    @Test
    void onlyWebAddressesAreLinks() {
        for (String address : List.of("file:///etc/passwd", "javascript:alert(1)", "ssh://host", "http://a\u202eb")) {
            Emulator emulator = Fed.of(30, 5, "\033]8;;" + address + "\033\\here");
            assertEquals(Optional.empty(), TextFinder.linkAt(emulator, new Position(0, 1)), address);
        }
    }
}
