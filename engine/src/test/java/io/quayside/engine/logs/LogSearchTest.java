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
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    /// Each line that matches, and how often it does.
    private static Map<Long, Integer> found(LogStore store, LogPattern pattern) throws IOException {
        LogSearch search = new LogSearch(store, pattern, 0);
        assertTrue(search.run());
        assertEquals(store.endLine(), search.looked());
        LineSet set = search.found();
        Map<Long, Integer> found = new TreeMap<>();
        long matches = 0;
        for (long i = 0; i < set.size(); i++) {
            long line = set.get(i);
            int times = set.matchesIn(line);
            found.put(line, times);
            assertEquals(matches, set.matchesBefore(line));
            assertEquals(line, set.lineOfMatch(matches));
            matches += times;
            assertEquals(line, set.lineOfMatch(matches - 1));
        }
        assertEquals(matches, set.matches());
        return found;
    }

    private Map<Long, Integer> naive(String literal) {
        Pattern wanted = Pattern.compile(lower(literal.getBytes(UTF_8)), Pattern.LITERAL);
        return naive(wanted, line -> lower(line.getBytes(ISO_8859_1)));
    }

    private Map<Long, Integer> naiveRegex(String expression) {
        return naive(
                Pattern.compile(expression, Pattern.CASE_INSENSITIVE),
                line -> new String(line.getBytes(ISO_8859_1), UTF_8));
    }

    private Map<Long, Integer> naive(Pattern pattern, UnaryOperator<String> read) {
        Map<Long, Integer> found = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String raw = new String(lines.get(i), ISO_8859_1).replaceAll("\u001b\\[\\d*m", "");
            List<MatchResult> results =
                    pattern.matcher(read.apply(raw)).results().toList();
            if (!results.isEmpty()) {
                long marked =
                        results.stream().filter(one -> one.end() > one.start()).count();
                found.put((long) i, (int) Math.max(1, marked));
            }
        }
        return found;
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
                "a*",
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
        Map<Long, Integer> expected = naive("needle");
        assertEquals(expected, found(store, LogPattern.literal("Needle")));
        // Of very long lines an expression sees the start only.
        expected.keySet().removeIf(line -> line % 40_000 == 39_999);
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
        assertEquals(Map.of(0L, 1), found(store, LogPattern.literal("needle")));
    }

    @Test
    void coloursDontHideWhatIsReadAsOneTextNorCountAsText() throws IOException {
        LogStore store = open();
        print(store, "\u001b[36mkey\u001b[0m=value \u001b]0;key=title\u0007key=value".getBytes(UTF_8), "\n");
        print(store, ("\u001b[31m" + "y".repeat(200_000) + "key=value").getBytes(UTF_8), "\n");
        print(store, "\u001b[4".getBytes(UTF_8), "\n");
        store.publish();
        assertEquals(Map.of(0L, 2, 1L, 1), found(store, LogPattern.literal("key=value")));
        assertEquals(Map.of(0L, 2), found(store, LogPattern.regex("key=value")));
        assertEquals(Map.of(0L, 2), found(store, LogPattern.regex("(key)=value")));
        assertEquals(Map.of(2L, 1), found(store, LogPattern.literal("[4")), "it isn't whole, and is shown");
        assertEquals(Map.of(), found(store, LogPattern.literal("title")));
    }

    @Test
    void matchesOfALineAreCountedOverBlocksAndNotOneInAnother() throws IOException {
        LogStore store = open();
        print(store, "aaaaaaa".getBytes(UTF_8), "\n");
        print(store, "na".repeat(1_500_000 / 2).getBytes(UTF_8), "\n");
        print(store, ("n".repeat(1_048_570) + "nananananana banana").getBytes(UTF_8), "\n");
        store.publish();
        assertEquals(Map.of(0L, 2), found(store, LogPattern.literal("aaa")));
        assertEquals(Map.of(0L, 7, 1L, (int) Character.MAX_VALUE, 2L, 9), found(store, LogPattern.literal("a")));
        assertEquals(Map.of(2L, 1), found(store, LogPattern.literal("nnanananana")));
    }

    @Test
    void aTextThatGoesOverTheEndOfALineIsNone() throws IOException {
        LogStore store = open();
        print(store, "nee".getBytes(UTF_8), "");
        print(store, "dle".getBytes(UTF_8), "");
        print(store, "needle".getBytes(UTF_8), "\n");
        store.publish();
        assertEquals(Map.of(2L, 1), found(store, LogPattern.literal("needle")));
    }

    @Test
    void aTextIsKnownThatAnExpressionCantDoWithout() {
        assertTrue(RequiredText.of("request 7{6} ").isPresent());
        assertTrue(RequiredText.of("^GET /v1/.* 500$").isPresent());
        assertTrue(RequiredText.of("error|warn(ing)?").isPresent());
        assertTrue(RequiredText.of("(?:GET|PUT) /[a-z]+ (5\\d\\d|404)").isPresent());
        for (String none : List.of(
                "a|bcd",
                "(abc)?",
                "[abc]",
                "\\Qabc\\E",
                "a*b?",
                ".+",
                "\\x41bc",
                "(?x) a b c",
                "error|",
                "error|\\d+",
                "(?!abc)def",
                "abc)",
                "(abc")) {
            assertTrue(RequiredText.of(none).isEmpty(), none);
        }
    }

    @Test
    void anyOfSeveralTextsIsFoundWhereTheExpressionIs() throws IOException {
        LogStore store = open();
        Random random = new Random(7);
        List<String> words = List.of(
                "err", "error", "Warn", "warning", "GET /a", "PUT /b", "500", "404", "  ", "x", "fail", "w", "or");
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                line.append(words.get(random.nextInt(words.size())));
            }
            lines.add(line.toString());
            print(store, line.toString().getBytes(UTF_8), random.nextInt(50) == 0 ? "" : "\n");
        }
        store.publish();
        for (String expression :
                List.of("error|warning", "error|err|fail", "(?:GET|PUT) /[ab](500|404)", "warn(ing)?  |failx")) {
            assertTrue(RequiredText.of(expression).isPresent(), expression);
            Matcher regex =
                    Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher("");
            Map<Long, Integer> expected = new TreeMap<>();
            for (int i = 0; i < lines.size(); i++) {
                int count = (int) regex.reset(lines.get(i)).results().count();
                if (count > 0) {
                    expected.put((long) i, count);
                }
            }
            assertEquals(expected, new TreeMap<>(found(store, LogPattern.regex(expression))), expression);
        }
    }
}
