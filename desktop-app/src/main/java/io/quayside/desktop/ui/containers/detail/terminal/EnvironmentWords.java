package io.quayside.desktop.ui.containers.detail.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `NAME=value OTHER='two words'` as a shell would, without expanding anything.
final class EnvironmentWords {
    private EnvironmentWords() {}

    /// The variables as `NAME=value`; empty when a word has no name, or a quote has no end.
    static Optional<List<String>> parse(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                    inWord = false;
                }
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        boolean sound = quote == 0 && words.stream().allMatch(one -> one.indexOf('=') > 0);
        return sound ? Optional.of(words) : Optional.empty();
    }
}
