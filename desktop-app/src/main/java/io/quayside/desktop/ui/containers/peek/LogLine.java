package io.quayside.desktop.ui.containers.peek;

import java.util.Locale;

/// A line of output, safe to show.
///
/// @param time "14:31:58.114", or nothing
/// @param source the container it came from
/// @param text without colours and controls
/// @param level what its first words say
/// @param order when it was written, as far as known, for putting several containers together
public record LogLine(String time, String source, String text, Level level, String order) {
    /// How bad a line is, by its own words.
    public enum Level {
        PLAIN,
        WARN,
        ERROR,
        /// Said by this panel, not by the container.
        NOTE
    }

    private static final int LOOK_AT = 160;

    static Level levelOf(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOK_AT)).toUpperCase(Locale.ROOT);
        if (hasWord(start, "ERROR") || hasWord(start, "FATAL") || hasWord(start, "PANIC") || hasWord(start, "ERR")) {
            return Level.ERROR;
        }
        return hasWord(start, "WARN") || hasWord(start, "WARNING") ? Level.WARN : Level.PLAIN;
    }

    private static boolean hasWord(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int end = at + word.length();
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }
}
