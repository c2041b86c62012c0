package io.quayside.desktop.ui.control.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EditedLinesTest {
    private static int count(String before, String now) {
        return EditedLines.between(before, now).count();
    }

    private static List<Integer> marked(String before, String now) {
        return EditedLines.between(before, now).lines().stream().boxed().toList();
    }

    @Test
    void linesThatAreNewOrAnotherAreMarkedWhereTheyStandNow() {
        assertEquals(List.of(1, 3), marked("a\nb\nc\nd\n", "a\nB\nc\nD\n"));
        assertEquals(List.of(0, 3, 4), marked("a\nb\nc\nd\n", "A\nb\nc\nx\ny\nd\n"));
    }

    @Test
    void whereLinesWentTheNextIsMarked() {
        assertEquals(List.of(1), marked("a\nb\nc\nd\n", "a\nd\n"));
        assertEquals(List.of(0), marked("a\nb", "a"));
    }

    @Test
    void linesBetweenTwoThatWereEditedAreNotCounted() {
        assertEquals(2, count("a\nb\nc\nd\n", "a\nB\nc\nD\n"));
    }

    @Test
    void newLinesCount() {
        assertEquals(2, count("a\nb\n", "a\nx\ny\nb\n"));
        assertEquals(1, count("a\nb\n", "a\nb\nc"));
    }

    @Test
    void linesThatWentCount() {
        assertEquals(2, count("a\nb\nc\nd\n", "a\nd\n"));
        assertEquals(2, count("a\nb\n", "a"));
    }

    @Test
    void nothingTypedIsNothingEdited() {
        assertEquals(0, count("a\nb\n", "a\nb\n"));
        assertEquals(0, count("", ""));
    }

    @Test
    void ofManyLinesThoseBetweenCountToo() {
        String before = IntStream.range(0, 5000).mapToObj(i -> i + "\n").collect(Collectors.joining());
        String now = before.replace("\n10\n", "\nten\n").replace("\n4000\n", "\nfour\n");
        assertEquals(3991, count(before, now));
    }
}
