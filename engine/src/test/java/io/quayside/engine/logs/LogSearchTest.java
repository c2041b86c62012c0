package io.quayside.engine.logs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a search finds is what somebody finds who reads line by line.
class LogSearchTest {
    @TempDir
    private Path folder;

    private LogShelf shelf = new LogShelf(Path.of("/nowhere"), () -> 0);
    private final List<byte[]> lines = new ArrayList<>();

    private LogStore open() {
        shelf = new LogShelf(folder, () -> LogShelf.DEFAULT_LIMIT);
        return shelf.store("web");
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private void print(LogStore store, byte[] line, String end) throws IOException {
        store.begin(StreamType.STDOUT, lines.size(), false);
        store.append(line, 0, line.length);
        store.append(end.getBytes(UTF_8), 0, end.length());
        lines.add(line);
    }

    private static List<Long> found(LogStore store, LogPattern pattern) throws IOException {
        LogSearch search = new LogSearch(store, pattern, 0);
        assertTrue(search.run());
        assertEquals(store.endLine(), search.looked());
        return LongStream.range(0, search.found().size())
                .map(search.found()::get)
                .boxed()
                .toList();
    }

    private List<Long> naive(String literal) {
        String wanted = lower(literal.getBytes(UTF_8));
        return LongStream.range(0, lines.size())
                .filter(i -> lower(lines.get((int) i)).contains(wanted))
                .boxed()
                .toList();
    }

    /// ASCII letters only, byte for byte.
    private static String lower(byte[] bytes) {
        StringBuilder text = new StringBuilder(new String(bytes, ISO_8859_1));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            text.setCharAt(i, c >= 'A' && c <= 'Z' ? Character.toLowerCase(c) : c);
        }
        return text.toString();
    }

    private List<Long> naiveRegex(String expression) {
        Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        return LongStream.range(0, lines.size())
                .filter(i ->
                        pattern.matcher(new String(lines.get((int) i), UTF_8)).find())
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void oddLinesAreFoundAsTheyAre(long seed) throws IOException {
        Random random = new Random(seed);
        LogStore store = open();
        String[] bits = {
            "needle",
            "NeEdLe",
            "need",
            "le",
            "\u001b[31m",
            "\u001b[0m",
            "Größe",
            "größe",
            "GRÖSSE",
            "日本",
            "\0",
            "\r",
            "77",
            "@",
            "`",
            "[",
            "{",
            "a",
            "A",
            "é",
            " ",
            "x".repeat(70)
        };
        for (int i = 0; i < 3000; i++) {
            StringBuilder line = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                line.append(bits[random.nextInt(bits.length)]);
            }
            byte[] bytes = line.toString().getBytes(UTF_8);
            if (bytes.length > 0 && random.nextInt(5) == 0) {
                bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80)); // not UTF-8 any more
            }
            print(store, bytes, i == 2999 ? "" : "\n");
        }
        store.publish();
        for (String literal : List.of(
                "needle",
                "NEEDLE",
                "größe",
                "GRÖSSE",
                "77",
                "7",
                "@",
                "`a",
                "\u001b[31mn",
                "日",
                "ex",
                "\0",
                "absent")) {
            assertEquals(naive(literal), found(store, LogPattern.literal(literal)), literal.toLowerCase(Locale.ROOT));
        }
        for (String regex : List.of(
                "needle",
                "nee[d]le",
                "^needle",
                "needle$",
                "need.*77",
                "ne{2}dle",
                "need(le)?77",
                "größe",
                "gr.ße",
                "\\bneed",
                "(need|日本)a",
                "a{0,2}needle",
                "\\[31m",
                "\uFFFD",
                "x+needle",
                "le\\s*$",
                "[^a]needle",
                "é?77")) {
            assertEquals(naiveRegex(regex), found(store, LogPattern.regex(regex)), regex);
        }
    }

    @Test
    void whatLiesOverBlocksAndPartsIsFoundOnceAndInOrder() throws IOException {
        Random random = new Random(3);
        LogStore store = open();
        for (int i = 0; i < 150_000; i++) {
            String line = i % 40_000 == 39_999
                    ? "y".repeat(3_000_000) + "needle"
                    : "z".repeat(random.nextInt(25)) + (random.nextInt(9) == 0 ? "needle needle" : "noodle");
            print(store, line.getBytes(UTF_8), "\n");
        }
        store.publish();
        List<Long> expected = new ArrayList<>(naive("needle"));
        assertEquals(expected, found(store, LogPattern.literal("Needle")));
        // Of very long lines an expression sees the start only.
        expected.removeIf(line -> line % 40_000 == 39_999);
        assertEquals(expected, found(store, LogPattern.regex("needle")));
        assertEquals(expected, found(store, LogPattern.regex("(needle)")));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {(1 << 20) - 7, (1 << 20) - 6, (1 << 20) - 3, (1 << 20) - 1, 1 << 20, (1 << 14) - 3, (1 << 21) - 8})
    void aTextThatLiesOverTwoBlocksIsFound(int place) throws IOException {
        LogStore store = open();
        print(store, ("x".repeat(place) + "needle" + "y".repeat(3_000_000)).getBytes(UTF_8), "\n");
        print(store, "noodle".getBytes(UTF_8), "\n");
        store.publish();
        assertEquals(List.of(0L), found(store, LogPattern.literal("needle")));
    }

    @Test
    void aTextThatGoesOverTheEndOfALineIsNone() throws IOException {
        LogStore store = open();
        print(store, "nee".getBytes(UTF_8), "");
        print(store, "dle".getBytes(UTF_8), "");
        print(store, "needle".getBytes(UTF_8), "\n");
        store.publish();
        assertEquals(List.of(2L), found(store, LogPattern.literal("needle")));
    }

    @Test
    void aTextIsKnownThatAnExpressionCantDoWithout() {
        assertTrue(RequiredText.of("request 7{6} ").isPresent());
        assertTrue(RequiredText.of("^GET /v1/.* 500$").isPresent());
        for (String none : List.of("a|bcd", "(abc)?", "[abc]", "\\Qabc\\E", "a*b?", ".+", "\\x41bc", "(?x) a b c")) {
            assertTrue(RequiredText.of(none).isEmpty(), none);
        }
    }
}
