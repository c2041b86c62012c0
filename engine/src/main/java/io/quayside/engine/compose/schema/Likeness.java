package io.quayside.engine.compose.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Which of the known words somebody may have meant.
final class Likeness {
    private static final int LONGEST = 60;

    private Likeness() {}

    static Optional<String> nearest(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int most = word.length() < 3 ? 0 : Math.max(1, word.length() / 3);
        String lower = word.toLowerCase(Locale.ROOT).replace('-', '_');
        return known.stream()
                .filter(candidate -> distance(lower, candidate) <= most)
                .min(Comparator.comparingInt((String candidate) -> distance(lower, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> beginning(lower, known));
    }

    private static Optional<String> beginning(String word, Collection<String> known) {
        var longer = known.stream()
                .filter(candidate -> word.length() > 2 && candidate.startsWith(word))
                .toList();
        return longer.size() == 1 ? Optional.of(longer.getFirst()) : Optional.empty();
    }

    /// How many letters are other, missing, too much or in the wrong order.
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + same);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
