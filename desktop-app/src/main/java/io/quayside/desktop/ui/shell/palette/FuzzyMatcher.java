package io.quayside.desktop.ui.shell.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds the words of a query in an entry: as a whole in its title, letter by letter in its title, or as a whole in the
/// rest of its text. Every word has to be found somewhere.
///
/// Ours, as the libraries for this on Maven Central are either under the GPL or have stood still for years.
final class FuzzyMatcher {
    private static final int WHOLE_TITLE = 1000;
    private static final int TITLE_START = 900;
    private static final int WORD_START = 800;
    private static final int INSIDE = 600;
    private static final int LETTERS = 300;
    private static final int REST_WORD_START = 280;
    private static final int REST_INSIDE = 200;
    private static final int LETTER_AT_WORD_START = 30;
    private static final int LETTER_IN_A_ROW = 20;

    /// Names may be thousands of characters long; nobody types letters that far apart.
    private static final int LETTERS_SEARCHED = 160;

    private final List<String> words;

    FuzzyMatcher(String query) {
        List<String> parts = new ArrayList<>();
        for (String part : query.toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        words = List.copyOf(parts);
    }

    /// Whether there is nothing to look for.
    boolean isEmpty() {
        return words.isEmpty();
    }

    Optional<Match> match(PaletteEntry entry) {
        int score = 0;
        List<Match.Span> marks = new ArrayList<>();
        for (String word : words) {
            Optional<Match> best = inTitle(word, entry.title()).or(() -> inRest(word, entry));
            if (best.isEmpty()) {
                return Optional.empty();
            }
            score += best.get().score();
            marks.addAll(best.get().marks());
        }
        int ofTitle = Math.min(50, entry.title().length());
        return Optional.of(new Match(score / Math.max(1, words.size()) * 100 - ofTitle, merged(marks)));
    }

    private static Optional<Match> inTitle(String word, String title) {
        int best = -1;
        int bestScore = 0;
        for (int at = indexOf(title, word, 0); at >= 0; at = indexOf(title, word, at + 1)) {
            int score = wholeScore(word, title, at);
            if (score > bestScore) {
                best = at;
                bestScore = score;
            }
            if (bestScore >= WORD_START) {
                break;
            }
        }
        if (best < 0) {
            return letters(word, title);
        }
        return Optional.of(new Match(bestScore, List.of(new Match.Span(best, best + word.length()))));
    }

    private static int wholeScore(String word, String title, int at) {
        if (at == 0) {
            return word.length() == title.length() ? WHOLE_TITLE : TITLE_START;
        }
        return isWordStart(title, at) ? WORD_START : INSIDE;
    }

    /// The letters one after the other with others between, each as near to a word's start as possible. Letters that
    /// are strewn about are no match: all but a quarter have to start a word or follow the one before.
    private static Optional<Match> letters(String word, String title) {
        List<Match.Span> marks = new ArrayList<>();
        int length = Math.min(title.length(), LETTERS_SEARCHED);
        int from = 0;
        int score = LETTERS;
        int good = 0;
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            boolean row = i > 0 && from < length && lower(title, from) == letter;
            int at = row ? from : next(title, letter, from, length);
            if (at < 0) {
                return Optional.empty();
            }
            if (row) {
                score += LETTER_IN_A_ROW;
                good++;
            } else if (isWordStart(title, at)) {
                score += LETTER_AT_WORD_START;
                good++;
            } else {
                score -= Math.min(10, at - from);
            }
            marks.add(new Match.Span(at, at + 1));
            from = at + 1;
        }
        boolean found = word.length() >= 2 && word.length() - good <= word.length() / 4;
        return found ? Optional.of(new Match(Math.min(score, INSIDE - 1), marks)) : Optional.empty();
    }

    /// The next place of a letter: at a word's start if there is one, else the nearest.
    private static int next(String title, char letter, int from, int length) {
        int nearest = -1;
        for (int at = from; at < length; at++) {
            if (lower(title, at) == letter) {
                if (isWordStart(title, at)) {
                    return at;
                }
                nearest = nearest < 0 ? at : nearest;
            }
        }
        return nearest;
    }

    private static Optional<Match> inRest(String word, PaletteEntry entry) {
        int score = restScore(word, entry.detail());
        for (String keyword : entry.keywords()) {
            score = Math.max(score, restScore(word, keyword));
        }
        return score == 0 ? Optional.empty() : Optional.of(new Match(score, List.of()));
    }

    private static int restScore(String word, String text) {
        int at = indexOf(text, word, 0);
        if (at < 0) {
            return 0;
        }
        return isWordStart(text, at) ? REST_WORD_START : REST_INSIDE;
    }

    /// Character by character, so that places in the lower-case form are places in the title.
    private static int indexOf(String text, String word, int from) {
        for (int at = from; at <= text.length() - word.length(); at++) {
            int i = 0;
            while (i < word.length() && lower(text, at + i) == word.charAt(i)) {
                i++;
            }
            if (i == word.length()) {
                return at;
            }
        }
        return -1;
    }

    private static char lower(String text, int at) {
        return Character.toLowerCase(text.charAt(at));
    }

    private static boolean isWordStart(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        return !Character.isLetterOrDigit(before)
                || (Character.isLowerCase(before) && Character.isUpperCase(here))
                || (Character.isLetter(before) && Character.isDigit(here));
    }

    private static List<Match.Span> merged(List<Match.Span> marks) {
        List<Match.Span> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingInt(Match.Span::start));
        List<Match.Span> merged = new ArrayList<>();
        for (Match.Span mark : sorted) {
            if (!merged.isEmpty() && merged.getLast().end() >= mark.start()) {
                Match.Span last = merged.removeLast();
                merged.add(new Match.Span(last.start(), Math.max(last.end(), mark.end())));
            } else {
                merged.add(mark);
            }
        }
        return merged;
    }
}
