package io.quayside.engine.logs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.stream.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogStoreTest {
    private static final int ALL = 1 << 20;

    @TempDir
    private Path folder;

    private LogShelf shelf = new LogShelf(Path.of("/nowhere"), () -> LogShelf.DEFAULT_LIMIT);

    private LogStore open(long limit) {
        shelf = new LogShelf(folder, () -> limit);
        return shelf.store("web");
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private static byte[] saved(LogStore store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.copyTo(out, 0, Long.MAX_VALUE);
        return out.toByteArray();
    }

    private static List<StoredLine> lines(LogStore store) throws IOException {
        return store.read(store.firstLine(), (int) (store.endLine() - store.firstLine()), ALL);
    }

    private static String text(StoredLine line) {
        return new String(line.bytes(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void anyBytesInAnyPiecesComeBackAsTheyWerePrinted(long seed) throws IOException {
        Random random = new Random(seed);
        EngineOutput output = new EngineOutput();
        boolean raw = seed % 4 == 0;
        for (int i = 0; i < 300; i++) {
            StreamType type = raw || random.nextInt(3) > 0 ? StreamType.STDOUT : StreamType.STDERR;
            output.print(type, EngineOutput.randomLine(random, true), random.nextInt(3) * 1000L);
        }
        LogStore store = open(LogShelf.DEFAULT_LIMIT);
        LogAppender appender = new LogAppender(store);
        if (raw) {
            output.sendRaw(appender, random);
        } else {
            output.send(appender, 0, output.messages.size(), random);
        }
        appender.check();
        store.publish();
        assertEquals(output.lines.size(), store.endLine());
        assertArrayEquals(output.everything(), saved(store));
        int i = 0;
        for (StoredLine line : lines(store)) {
            byte[] printed = output.lines.get(i++);
            assertEquals(printed.length - 1, line.length());
            assertArrayEquals(java.util.Arrays.copyOf(printed, printed.length - 1), line.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aBrokenConnectionLosesAndDoublesNothing(long seed) throws IOException {
        Random random = new Random(seed);
        EngineOutput output = new EngineOutput();
        for (int i = 0; i < 400; i++) {
            StreamType type = random.nextInt(4) > 0 ? StreamType.STDOUT : StreamType.STDERR;
            byte[] line = (i + " says the line\n").getBytes(UTF_8);
            // Often several lines have one time.
            output.print(type, line, random.nextInt(3) == 0 ? 1000L : 0);
        }
        LogStore store = open(LogShelf.DEFAULT_LIMIT);
        LogAppender appender = new LogAppender(store);
        int sent = 0;
        while (sent < output.messages.size()) {
            long from = appender.resumeFrom();
            int start = from == EngineTimes.NONE ? 0 : output.since(from);
            appender.resume();
            sent = Math.min(output.messages.size(), Math.max(sent, start) + 1 + random.nextInt(60));
            output.send(appender, start, sent, random);
            store.publish();
        }
        assertEquals(
                output.lines.stream().map(line -> new String(line, UTF_8)).toList(),
                lines(store).stream().map(line -> text(line) + "\n").toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void searchFindsWhatALookAtEachLineFinds(long seed) throws IOException {
        Random random = new Random(seed);
        EngineOutput output = new EngineOutput();
        for (int i = 0; i < 2000; i++) {
            byte[] line = EngineOutput.randomLine(random, true);
            if (random.nextInt(5) == 0) {
                byte[] needle = (random.nextBoolean() ? "Needle" : "nEEDLE needle").getBytes(UTF_8);
                if (line.length > needle.length + 1) {
                    System.arraycopy(needle, 0, line, random.nextInt(line.length - needle.length), needle.length);
                }
            }
            output.print(StreamType.STDOUT, line, 1);
        }
        LogStore store = open(1_000_000_000L);
        LogAppender appender = new LogAppender(store);
        LogSearch literal = new LogSearch(store, LogPattern.literal("needle"), 0);
        LogSearch regex = new LogSearch(store, LogPattern.regex("nee[d]le"), 0);
        int middle = output.messages.size() / 2;
        output.send(appender, 0, middle, random);
        store.publish();
        assertTrue(literal.run());
        output.send(appender, middle, output.messages.size(), random);
        store.publish();
        assertTrue(literal.run());
        assertTrue(regex.run());
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < output.lines.size(); i++) {
            byte[] line = output.lines.get(i);
            // Random bytes hold escape sequences that swallow a part of the word.
            if (new String(Escapes.strip(line, 0, line.length - 1), ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains("needle")) {
                expected.add((long) i);
            }
        }
        assertEquals(expected, all(literal.found()));
        assertEquals(expected, all(regex.found()));
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(i, literal.found().countBefore(expected.get(i)));
            assertTrue(literal.found().contains(expected.get(i)));
        }
    }

    private static List<Long> all(LineSet set) {
        return java.util.stream.LongStream.range(0, set.size())
                .map(set::get)
                .boxed()
                .toList();
    }

    @Test
    void theLastLineMayHaveNoEndAndAStartAfterItBeginsALineOfItsOwn() throws IOException {
        EngineOutput output = new EngineOutput();
        output.print(StreamType.STDOUT, "no end".getBytes(UTF_8), 1);
        output.print(StreamType.STDOUT, "after the restart\n".getBytes(UTF_8), 1);
        LogStore store = open(LogShelf.DEFAULT_LIMIT);
        output.send(new LogAppender(store), 0, 2, new Random(1));
        store.publish();
        assertEquals(
                List.of("no end", "after the restart"),
                lines(store).stream().map(LogStoreTest::text).toList());
        assertArrayEquals(output.everything(), saved(store));
    }

    @Test
    void aLineThatAnotherStreamInterruptsSaysThatItGoesOn() throws IOException {
        EngineOutput output = new EngineOutput();
        byte[] piece = new byte[16 * 1024];
        java.util.Arrays.fill(piece, (byte) 'x');
        output.print(StreamType.STDOUT, piece, 1);
        output.print(StreamType.STDERR, "oh\n".getBytes(UTF_8), 1);
        output.print(StreamType.STDOUT, "end\n".getBytes(UTF_8), 1);
        LogStore store = open(LogShelf.DEFAULT_LIMIT);
        output.send(new LogAppender(store), 0, output.messages.size(), new Random(1));
        store.publish();
        assertEquals(
                List.of("false 16384", "false 2", "true 3"),
                lines(store).stream()
                        .map(line -> line.continued() + " " + line.length())
                        .toList());
    }

    @Test
    void marksAreShownAndNotSaved() throws IOException {
        LogStore store = open(LogShelf.DEFAULT_LIMIT);
        LogFollower follower = new LogFollower(store, "web");
        follower.mark(java.time.Instant.EPOCH, "restarted");
        assertEquals(StreamType.SYSTEM, lines(store).getFirst().type());
        assertEquals("restarted", text(lines(store).getFirst()));
        assertEquals(0, saved(store).length);
    }

    @Test
    void theOldestGoWhenThereIsTooMuchAndNumbersStay() throws IOException {
        long limit = 2_000_000;
        LogStore old = open(limit);
        EngineOutput output = new EngineOutput();
        for (int i = 0; i < 40_000; i++) {
            output.print(StreamType.STDOUT, ("line " + i + " of many, many more\n").getBytes(UTF_8), 1000);
        }
        output.send(new LogAppender(old), 0, 5000, new Random(1));
        old.publish();
        LogStore store = shelf.store("other");
        LogAppender appender = new LogAppender(store);
        for (int i = 0; i < 40_000; i += 1000) {
            output.send(appender, i, i + 1000, new Random(1));
            store.publish();
            assertTrue(shelf.size() <= limit + 300_000, "takes " + shelf.size());
        }
        assertEquals(40_000, store.endLine());
        assertTrue(store.firstLine() > 0);
        assertEquals(
                "line 39999 of many, many more", text(store.read(39_999, 100).orElseThrow()));
        assertEquals(
                "line " + store.firstLine() + " of many, many more",
                text(lines(store).getFirst()));
        assertEquals(
                store.endLine() - 1,
                store.lineAt(store.read(39_999, 0).orElseThrow().timeNanos()));
    }

    @Test
    void onlyTheUserMayReadTheFilesAndTheyGoAtTheEnd() throws IOException {
        LogStore store = open(LogShelf.DEFAULT_LIMIT);
        new LogFollower(store, "web").mark(java.time.Instant.EPOCH, "x");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        shelf.close();
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(List.of(folder), files.toList());
        }
    }

    @Test
    void aSearchThatWouldTakeForEverCanBeCancelled() throws Exception {
        LogStore store = open(LogShelf.DEFAULT_LIMIT);
        EngineOutput output = new EngineOutput();
        output.print(StreamType.STDOUT, ("a".repeat(60) + "\n").getBytes(UTF_8), 1);
        output.send(new LogAppender(store), 0, 1, new Random(1));
        store.publish();
        LogSearch search = new LogSearch(store, LogPattern.regex("(a+)+b"), 0);
        Thread runs = Thread.ofVirtual().name("search-test").start(() -> {
            try {
                search.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        search.cancel();
        runs.join();
        assertEquals(0, search.found().size());
    }

    @Test
    void aMarkStandsBetweenTheRunsThatItParts() throws IOException {
        LogStore store = open(LogShelf.DEFAULT_LIMIT);
        LogAppender appender = new LogAppender(store);
        EngineOutput output = new EngineOutput();
        output.print(StreamType.STDOUT, "one\n".getBytes(UTF_8), 0);
        output.print(StreamType.STDOUT, "unfinished".getBytes(UTF_8), 10);
        output.print(StreamType.STDERR, "two\n".getBytes(UTF_8), 100);
        output.print(StreamType.STDOUT, "two\n".getBytes(UTF_8), 1);
        output.print(StreamType.STDOUT, "three\n".getBytes(UTF_8), 100);
        long first = nanos(output.messages.get(0));
        // Ends are heard of at once, while the output is still on its way.
        appender.markLater(new LogAppender.Pending(first + 50, time -> "second run, " + (time - first)));
        appender.markLater(new LogAppender.Pending(first + 150, time -> "third run"));
        appender.markLater(new LogAppender.Pending(first + 300, time -> "fourth run"));
        output.send(appender, 0, output.messages.size(), new Random(1));
        appender.check();
        store.publish();
        List<String> expected = List.of("one", "unfinished", "second run, 110", "two", "two", "third run", "three");
        assertEquals(expected, lines(store).stream().map(LogStoreTest::text).toList());
        assertTrue(appender.putPending(first + 301), "it came again without a word");
        store.publish();
        assertEquals("fourth run", text(lines(store).getLast()));
        assertEquals(StreamType.SYSTEM, lines(store).getLast().type());
    }

    private static long nanos(EngineOutput.Message message) {
        return message.time().getEpochSecond() * 1_000_000_000L + message.time().getNano();
    }
}
