package io.quayside.desktop.ui.containers.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words of a filter field, whatever they are asked of.
///
/// @param fault what is wrong with the text, in words
public record FilterWords(List<Word> words, Optional<String> fault) {
    /// One word.
    ///
    /// @param body without quotation marks and minus
    /// @param not a minus was before it
    /// @param literal it began with a quotation mark, so that a colon in it means nothing
    public record Word(String body, boolean not, boolean literal) {

        /// What is before the colon, if that is one of these keys. "redis:7" has none.
        public Optional<String> key(java.util.Collection<String> keys) {
            int colon = body.indexOf(':');
            return !literal && colon > 0 && keys.contains(body.substring(0, colon))
                    ? Optional.of(body.substring(0, colon))
                    : Optional.empty();
        }

        /// What is behind the colon; empty while it is still being typed.
        public String value() {
            return body.substring(body.indexOf(':') + 1);
        }
    }

    public FilterWords {
        words = List.copyOf(words);
    }

    public static FilterWords of(String text) {
        List<Word> words = new ArrayList<>();
        boolean open = false;
        int i = 0;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            StringBuilder word = new StringBuilder();
            boolean quoted = false;
            for (; i < text.length() && (quoted || !Character.isWhitespace(text.charAt(i))); i++) {
                if (text.charAt(i) == '"') {
                    quoted = !quoted;
                } else {
                    word.append(text.charAt(i));
                }
            }
            open |= quoted;
            words.add(word(word.toString(), text.charAt(start) == '"'));
        }
        return new FilterWords(words, open ? Optional.of("A closing quotation mark is missing.") : Optional.empty());
    }

    private static Word word(String text, boolean literal) {
        boolean not = !literal && text.startsWith("-") && text.length() > 1;
        return new Word(not ? text.substring(1) : text, not, literal);
    }
}
