package io.quayside.engine.run;

import java.util.List;
import java.util.stream.Collectors;

/// Writes words so that a shell gives them to the program as they are.
public final class ShellQuote {
    private static final String PLAIN = "_-./:=@%+,";

    private ShellQuote() {}

    /// One word: bare when it holds nothing special, else in single quotes.
    public static String word(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(ShellQuote::isPlain);
        return plain ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /// A command of words.
    public static String words(List<String> words) {
        return words.stream().map(ShellQuote::word).collect(Collectors.joining(" "));
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }
}
