package io.quayside.desktop.ui.containers.detail.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
    private static List<String> shown(String before, String now) {
        return TextDiff.of(before, now).lines().stream()
                .map(line -> line.before() + " " + line.now() + " "
                        + switch (line.kind()) {
                            case SAME -> "= ";
                            case ADDED -> "+ ";
                            case REMOVED -> "- ";
                            case GAP -> "… ";
                        }
                        + line.text())
                .toList();
    }

    @Test
    void changedLineIsOneAwayAndOneNew() {
        assertEquals(
                List.of("1 1 = a", "2 0 - b", "0 2 + B", "3 3 = c", "0 4 + d"), shown("a\nb\nc\n", "a\nB\nc\nd\n"));
        TextDiff diff = TextDiff.of("a\nb\nc\n", "a\nB\nc\nd\n");
        assertEquals(2, diff.added());
        assertEquals(1, diff.removed());
    }

    @Test
    void whatIsEqualFarAwayIsLeftOut() {
        String text = IntStream.rangeClosed(1, 20).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        assertEquals(
                List.of(
                        "0 0 … 6 equal lines",
                        "7 7 = 7",
                        "8 8 = 8",
                        "9 9 = 9",
                        "10 0 - 10",
                        "0 10 + x",
                        "11 11 = 11",
                        "12 12 = 12",
                        "13 13 = 13",
                        "0 0 … 7 equal lines"),
                shown(text, text.replace("10\n", "x\n")));
    }

    @Test
    void emptyTextsDiffer() {
        assertEquals(List.of("0 1 + a", "0 2 + b"), shown("", "a\nb"));
        assertEquals(List.of("1 0 - a"), shown("a", ""));
        assertEquals(List.of(), shown("", ""));
    }

    @Test
    void textsWithTooManyLinesAreNotCompared() {
        assertTrue(TextDiff.isComparable("a\n".repeat(TextDiff.MOST_LINES), ""));
        assertFalse(TextDiff.isComparable("a\n".repeat(TextDiff.MOST_LINES + 1), ""));
    }
}
