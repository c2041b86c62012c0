package io.quayside.desktop.ui.containers.detail.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditedLinesTest {
    /// How many, and which lines have a bar.
    private static String edited(String before, String now) {
        EditedLines edited = EditedLines.of(before, now);
        return edited.count() + " of " + edited.lines() + ": "
                + IntStream.range(0, edited.lines())
                        .filter(edited::isEdited)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(" "));
    }

    @Test
    void linesBetweenTwoThatWereEditedAreNotCounted() {
        assertEquals("2 of 5: 1 3", edited("a\nb\nc\nd\n", "a\nB\nc\nD\n"));
    }

    @Test
    void newLinesHaveABarEach() {
        assertEquals("2 of 5: 1 2", edited("a\nb\n", "a\nx\ny\nb\n"));
        assertEquals("1 of 3: 2", edited("a\nb\n", "a\nb\nc"));
    }

    @Test
    void linesThatWentAreShownAtTheOneBehindThem() {
        assertEquals("2 of 3: 1", edited("a\nb\nc\nd\n", "a\nd\n"));
        assertEquals("2 of 1: 0", edited("a\nb\n", "a"));
    }

    @Test
    void nothingTypedIsNothingEdited() {
        assertEquals("0 of 3: ", edited("a\nb\n", "a\nb\n"));
        assertEquals("0 of 1: ", edited("", ""));
    }

    @Test
    void ofManyLinesThoseBetweenCountToo() {
        String before = IntStream.range(0, 5000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String now = before.replace("\n10\n", "\nten\n").replace("\n4000\n", "\nfour\n");
        EditedLines edited = EditedLines.of(before, now);
        assertEquals(3991, edited.count());
        assertEquals(5001, edited.lines());
    }
}
