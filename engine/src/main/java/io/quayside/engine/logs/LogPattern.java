package io.quayside.engine.logs;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What is searched for in output. ASCII letters match in either case.
public sealed interface LogPattern {
    /// Exactly this text, as its bytes.
    record Literal(String text) implements LogPattern {}

    /// A regular expression, for each line.
    record Regex(Pattern pattern) implements LogPattern {}

    static LogPattern literal(String text) {
        return new Literal(text);
    }

    /// @throws PatternSyntaxException when it isn't one
    static LogPattern regex(String expression) {
        return new Regex(Pattern.compile(expression, Pattern.CASE_INSENSITIVE));
    }

    /// The same as a pattern for text that is decoded already, to mark what matches.
    default Pattern forText() {
        return switch (this) {
            case Literal(String text) -> Pattern.compile(text, Pattern.LITERAL | Pattern.CASE_INSENSITIVE);
            case Regex(Pattern pattern) -> pattern;
        };
    }

    /// Its bytes in lower case, for a literal.
    static byte[] lowerBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = lower(bytes[i]);
        }
        return bytes;
    }

    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }
}
