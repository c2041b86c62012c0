package io.quayside.desktop.ui.containers.detail.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditedLinesTest {
    @Test
    void linesBetweenTwoThatWereEditedAreNotCounted() {
        assertEquals(2, EditedLines.count("a\nb\nc\nd\n", "a\nB\nc\nD\n"));
    }

    @Test
    void newLinesCount() {
        assertEquals(2, EditedLines.count("a\nb\n", "a\nx\ny\nb\n"));
        assertEquals(1, EditedLines.count("a\nb\n", "a\nb\nc"));
    }

    @Test
    void linesThatWentCount() {
        assertEquals(2, EditedLines.count("a\nb\nc\nd\n", "a\nd\n"));
        assertEquals(2, EditedLines.count("a\nb\n", "a"));
    }

    @Test
    void nothingTypedIsNothingEdited() {
        assertEquals(0, EditedLines.count("a\nb\n", "a\nb\n"));
        assertEquals(0, EditedLines.count("", ""));
    }

    @Test
    void ofManyLinesThoseBetweenCountToo() {
        String before = IntStream.range(0, 5000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String now = before.replace("\n10\n", "\nten\n").replace("\n4000\n", "\nfour\n");
        assertEquals(3991, EditedLines.count(before, now));
    }
}
