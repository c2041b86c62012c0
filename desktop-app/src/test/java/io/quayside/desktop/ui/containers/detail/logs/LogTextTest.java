package io.quayside.desktop.ui.containers.detail.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
    private static LogText text(String raw) {
        return LogText.of(raw, false);
    }

    @Test
    void coloursBecomeRunsAndTheirSequencesGo() {
        assertEquals(
                new LogText(
                        "plain red bold grey true",
                        List.of(
                                new LogText.Run(0, 6, LogText.PLAIN, false),
                                new LogText.Run(6, 10, 1, false),
                                new LogText.Run(10, 15, 1, true),
                                new LogText.Run(15, 20, LogText.RGB | 0x808080, false),
                                new LogText.Run(20, 24, LogText.RGB | 0x010203, false))),
                text("plain \u001b[31mred \u001b[1mbold \u001b[0;38;5;244mgrey \u001b[38;2;1;2;3mtrue"));
    }

    @Test
    void whatMovesTheCursorOrTitlesTheWindowGoes() {
        assertEquals(
                "ab", text("\u001b[2K\u001b[1Ga\u001b]0;title\u0007b\u001b(B").text());
    }

    @Test
    void controlsAreSeenAndDirectionMarksHarmNobody() {
        assertEquals("a␀b␍c", text("a\u0000b\rc\r").text());
        assertEquals("evil\uFFFDtxt.exe", text("evil\u202Etxt.exe").text());
        assertEquals("a       b", text("a\tb").text());
        assertEquals("\uFFFD", text("\uD800").text());
        assertEquals("😀", text("😀").text());
    }

    @Test
    void aSequenceThatIsCutOffIsSeen() {
        assertEquals("␛[31", text("\u001b[31").text());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void runsCoverAnyTextWithoutGaps(long seed) {
        Random random = new Random(seed);
        String signs = "\u001b[];:0123456789mKx\u0007\\\r\t\u202e\uD83D\uDE00ü中";
        for (int i = 0; i < 3000; i++) {
            StringBuilder raw = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                raw.append(signs.charAt(random.nextInt(signs.length())));
            }
            LogText text = text(raw.toString());
            int at = 0;
            for (LogText.Run run : text.runs()) {
                assertEquals(at, run.from());
                assertTrue(run.to() > run.from());
                at = run.to();
            }
            assertEquals(text.text().length(), at);
            assertFalse(text.text().chars().anyMatch(c -> c < ' ' || c == '\u202e'), raw::toString);
        }
    }

    @Test
    void levelsAreWordsNotPartsOfWords() {
        assertEquals(LogLevel.ERROR, LogLevel.of("2026 ERROR no"));
        assertEquals(LogLevel.WARN, LogLevel.of("[warn] slow"));
        assertEquals(LogLevel.PLAIN, LogLevel.of("terrors and warnings"));
    }
}
