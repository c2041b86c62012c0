package io.quayside.engine.logs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.stream.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergedLogTest {
    private static final StreamType[] TYPES = {StreamType.STDOUT, StreamType.STDERR, StreamType.SYSTEM};

    @TempDir
    private Path folder;

    private LogShelf shelf = new LogShelf(Path.of("/nowhere"), () -> 0);
    private final List<LogStore> stores = new ArrayList<>();
    private final List<Printed> printed = new ArrayList<>();

    private record Printed(int source, long time, String text, int nth) {}

    private MergedLog open(int count, long limit) {
        shelf = new LogShelf(folder, () -> limit);
        for (int i = 0; i < count; i++) {
            stores.add(shelf.store("container-" + i));
        }
        return new MergedLog(stores, List.of("api", "worker", "postgres").subList(0, count));
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private void print(int source, long time, StreamType type, String text) throws IOException {
        byte[] bytes = (text + "\n").getBytes(UTF_8);
        stores.get(source).begin(type, time, false);
        stores.get(source).append(bytes, 0, bytes.length);
        printed.add(new Printed(source, time, text, printed.size()));
    }

    private void publish() throws IOException {
        for (LogStore store : stores) {
            store.publish();
        }
    }

    private static List<String> texts(MergedLog log) throws IOException {
        List<String> texts = new ArrayList<>();
        for (StoredLine line : log.read(0, Integer.MAX_VALUE, 1000)) {
            assertEquals(texts.size(), line.number());
            texts.add(new String(line.bytes(), UTF_8));
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverComesLateStandsWhereItsTimeSays(long seed) throws IOException {
        Random random = new Random(seed);
        MergedLog log = open(3, LogShelf.DEFAULT_LIMIT);
        long[] clock = {0, 0, 0};
        int n = 0;
        LineSet errors = new LineSet(0);
        long said = 0;
        for (int batch = 0; batch < 40; batch++) {
            for (int i = random.nextInt(400); i > 0; i--) {
                int source = random.nextInt(3);
                // Each on a clock of its own, which may stand still; the first lags far behind at times.
                clock[source] += 3L * random.nextInt(source == 0 && batch % 10 != 9 ? 2 : 6) * 3 + source;
                clock[source] -= clock[source] % 3 - source;
                print(source, clock[source], TYPES[random.nextInt(3)], "line " + n++);
            }
            publish();
            MergedLog.Change change = log.update();
            errors.cut(change.from());
            said = log.select(
                    Math.min(said, change.from()), errors, (source, type, line) -> type == StreamType.STDERR ? 1 : 0);
        }
        List<String> expected = printed.stream()
                .sorted(Comparator.comparingLong(Printed::time).thenComparingInt(Printed::nth))
                .map(Printed::text)
                .toList();
        assertEquals(expected, texts(log));
        assertEquals(expected.size(), log.endLine());
        List<Long> isError = new ArrayList<>();
        for (StoredLine line : log.read(0, Integer.MAX_VALUE, 0)) {
            if (line.type() == StreamType.STDERR) {
                isError.add(line.number());
            }
        }
        List<Long> wasError = new ArrayList<>();
        for (long i = 0; i < errors.size(); i++) {
            wasError.add(errors.get(i));
        }
        assertEquals(isError, wasError);
        long counted = 0;
        for (int source = 0; source < 3; source++) {
            counted += log.count(source, StreamType.STDERR);
        }
        assertEquals(isError.size(), counted);
        for (int i = 0; i < 50; i++) {
            long place = random.nextLong(log.endLine());
            StoredLine line = log.read(place, 1000).orElseThrow();
            assertEquals(expected.get((int) place), new String(line.bytes(), UTF_8));
            assertEquals(line.timeNanos() % 3, log.sourceOf(place), "the time tells which one it is from");
            long at = log.lineAt(line.timeNanos());
            assertTrue(at <= place);
            assertEquals(line.timeNanos(), log.read(at, 0).orElseThrow().timeNanos());
            assertTrue(at == 0 || log.read(at - 1, 0).orElseThrow().timeNanos() < line.timeNanos());
        }
    }

    @Test
    void aStoreOfWhichTheOldestLinesWereDroppedIsMergedAnew() throws IOException {
        MergedLog log = open(2, 1_000_000);
        for (int i = 0; i < 20_000; i++) {
            print(0, i * 10L, StreamType.STDOUT, "x".repeat(90) + i);
            if (i % 100 == 0) {
                print(1, i * 10L + 1, StreamType.STDOUT, "rare " + i);
                publish();
                log.update();
            }
        }
        publish();
        log.update();
        assertTrue(stores.get(0).firstLine() > 0, "it was too much for the shelf");
        List<String> texts = texts(log);
        assertEquals(
                stores.get(0).endLine()
                        - stores.get(0).firstLine()
                        + stores.get(1).endLine()
                        - stores.get(1).firstLine(),
                texts.size());
        assertEquals("x".repeat(90) + 19_999, texts.getLast());
    }

    @Test
    void aCopyHasNamesInFrontAndNoMarks() throws IOException {
        MergedLog log = open(2, LogShelf.DEFAULT_LIMIT);
        print(0, 1, StreamType.STDOUT, "GET /");
        print(1, 2, StreamType.SYSTEM, "restarted");
        print(1, 3, StreamType.STDERR, "job 7");
        publish();
        log.update();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        log.copyTo(out, 0, Long.MAX_VALUE);
        assertEquals("api | GET /\nworker | job 7\n", out.toString(UTF_8));
    }

    @Test
    void aSetForgetsWhatIsCutAndGoesOn() {
        Random random = new Random(5);
        for (int turn = 0; turn < 200; turn++) {
            LineSet set = new LineSet(7);
            List<Long> expected = new ArrayList<>();
            Map<Long, Integer> times = new HashMap<>();
            long line = 7;
            for (int i = 0; i < 300; i++) {
                line += 1 + random.nextInt(200);
                int matches = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 1;
                set.add(line, matches);
                expected.add(line);
                times.put(line, matches);
            }
            long from = random.nextLong(line + 100);
            set.cut(from);
            expected.removeIf(one -> one >= from);
            for (int i = 0; i < 100; i++) {
                line = Math.max(6, expected.isEmpty() ? 6 : expected.getLast()) + 1 + random.nextInt(9000);
                set.add(line);
                expected.add(line);
                times.put(line, 1);
            }
            List<Long> there = new ArrayList<>();
            for (long i = 0; i < set.size(); i++) {
                there.add(set.get(i));
            }
            assertEquals(expected, there);
            long matches = 0;
            for (long one : there) {
                assertEquals(matches, set.matchesBefore(one));
                assertEquals(one, set.lineOfMatch(matches));
                assertEquals(times.get(one), set.matchesIn(one));
                matches += set.matchesIn(one);
            }
            assertEquals(matches, set.matches());
        }
    }
}
