package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTailTest {
    @TempDir
    Path directory;

    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

    @Test
    void whatIsThereComesFirstThenWhatIsAppendedInWholeLines() throws Exception {
        Path file = write("one\ntwo\n");
        try (var _ = follow(file)) {
            assertEquals(List.of("one", "two"), take(2));
            append(file, "thr");
            append(file, "ee\nfour\n");
            assertEquals(List.of("three", "four"), take(2));
        }
    }

    @Test
    void charactersThatLieAcrossTwoReadsStayWhole() throws Exception {
        String line = "x" + "ö".repeat(49);
        int count = 6_000;
        Path file = write("one\n");
        try (var _ = follow(file)) {
            assertEquals(List.of("one"), take(1));
            append(file, (line + "\n").repeat(count));
            assertEquals(Collections.nCopies(count, line), take(count));
        }
    }

    @Test
    void fileThatWasCutIsReadFromItsStart() throws Exception {
        Path file = write("a long line before\n");
        try (var _ = follow(file)) {
            assertEquals(List.of("a long line before"), take(1));
            Files.writeString(file, "new\n");
            assertEquals(List.of("new"), take(1));
        }
    }

    @Test
    void fileThatComesLaterIsRead() throws Exception {
        Path file = directory.resolve("later.log");
        try (var _ = follow(file)) {
            Files.writeString(file, "first\n");
            assertEquals(List.of("first"), take(1));
        }
    }

    @Test
    void onlyTheEndOfAHugeFileIsReadAndNoHalfLine() throws Exception {
        Path file = write(("x".repeat(99) + "\n").repeat(20_000) + "last\n");
        try (var _ = follow(file)) {
            List<String> lines = take(5_243);
            assertEquals(99, lines.getFirst().length());
            assertEquals("last", lines.getLast());
        }
    }

    private Subscription follow(Path file) throws IOException {
        return FileTail.follow(file, seen::addAll);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("engine.log"), text);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private List<String> take(int count) throws InterruptedException {
        List<String> lines = new java.util.ArrayList<>();
        while (lines.size() < count) {
            String line = seen.poll(20, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("Only came: " + lines.size() + " lines");
            }
            lines.add(line);
        }
        return lines;
    }
}
