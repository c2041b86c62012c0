package io.quayside.desktop.ui.shell.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FuzzyMatcherTest {
    private static Optional<Match> match(String query, String title) {
        return new FuzzyMatcher(query).match(FakeSource.entry("id", title, "detail text"));
    }

    /// The title with its marks in brackets.
    private static String marked(String query, String title) {
        Optional<Match> match = match(query, title);
        if (match.isEmpty()) {
            return "no match";
        }
        StringBuilder text = new StringBuilder(title);
        List<Match.Span> marks = match.get().marks();
        for (int i = marks.size() - 1; i >= 0; i--) {
            text.insert(marks.get(i).end(), ']').insert(marks.get(i).start(), '[');
        }
        return text.toString();
    }

    private static int score(String query, String title) {
        return match(query, title).orElseThrow().score();
    }

    @Test
    void aWholePieceIsMarkedWhereItFitsBest() {
        assertEquals("[redis]", marked("redis", "redis"));
        assertEquals("view-count_[redis]-data", marked("redis", "view-count_redis-data"));
        assertEquals("predisposed-[redis]", marked("redis", "predisposed-redis"));
        assertEquals("[Redis]:7.2", marked("rEDIS", "Redis:7.2"));
    }

    @Test
    void lettersOfSeveralWordsAreFound() {
        assertEquals("[v]iew-[c]ount", marked("vc", "view-count"));
        assertEquals("[post]gres-[d]e[v]", marked("postdv", "postgres-dev"));
    }

    @Test
    void strewnLettersAreNoMatch() {
        assertEquals("no match", marked("xyz", "xerox-yard-pizza-lazy-quiz".replace("-", "")));
        assertEquals("no match", marked("redis", "rapid-elder-paris"));
        assertEquals("no match", marked("q", "redis"));
    }

    @Test
    void everyWordHasToBeFound() {
        assertEquals("[redis]:[7].2-alpine", marked("redis 7", "redis:7.2-alpine"));
        assertEquals("[redis]", marked("redis detail", "redis"));
        assertEquals("no match", marked("redis nowhere", "redis"));
    }

    @Test
    void wholeBeatsStartBeatsWordBeatsInsideBeatsLetters() {
        List<Integer> scores = List.of(
                score("web", "web"),
                score("web", "web-api"),
                score("web", "my-web"),
                score("web", "cobweb"),
                score("web", "w-e-b"));
        for (int i = 1; i < scores.size(); i++) {
            assertTrue(scores.get(i - 1) > scores.get(i), scores.toString());
        }
    }

    @Test
    void aShorterTitleComesFirst() {
        assertTrue(score("web", "web-1") > score("web", "web-1-with-a-long-name"));
    }

    @Test
    void keywordsFindWithoutMarks() {
        PaletteEntry entry = FakeSource.container("redis", "running");
        assertEquals(
                Optional.of(List.of()), new FuzzyMatcher("6379").match(entry).map(Match::marks));
    }

    @Test
    void hugeAndStrangeNamesAreHarmless() {
        String huge = "a".repeat(4096) + "\u202Eevil\u0007";
        assertEquals("no match", marked("zq", huge));
        assertTrue(match("evil", huge).isPresent());
        assertEquals("[İ]stanbul", marked("i", "İstanbul"));
    }
}
