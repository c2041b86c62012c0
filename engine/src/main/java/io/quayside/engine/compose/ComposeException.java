package io.quayside.engine.compose;

import java.util.OptionalInt;

/// Why Docker Compose didn't do what it was asked for. Its words are untrusted text.
public abstract sealed class ComposeException extends Exception {
    private final String words;

    private ComposeException(String message, String words) {
        super(message);
        this.words = words;
    }

    /// What Docker Compose said, verbatim, or empty.
    public String words() {
        return words;
    }

    /// There is no Docker Compose that can be used.
    public static final class Missing extends ComposeException {
        Missing(String why) {
            super(why, "");
        }
    }

    /// The files can't be understood, or what they name isn't there.
    public static final class File extends ComposeException {
        private final OptionalInt line;

        File(String words, OptionalInt line) {
            super("The compose file can't be used: " + words, words);
            this.line = line;
        }

        /// Where, from 1, if it was said.
        public OptionalInt line() {
            return line;
        }
    }

    /// It began and failed. What it had done until then stays.
    public static final class Failed extends ComposeException {
        Failed(String words) {
            super(words.isEmpty() ? "Docker Compose failed and didn't say why." : words, words);
        }
    }
}
