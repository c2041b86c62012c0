package io.quayside.desktop.ui.containers.detail.logs;

import java.util.Locale;

/// How bad a line is, by its own first words.
enum LogLevel {
    PLAIN,
    WARN,
    ERROR;

    private static final int LOOK_AT = 160;

    static LogLevel of(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOK_AT)).toUpperCase(Locale.ROOT);
        if (hasWord(start, "ERROR") || hasWord(start, "FATAL") || hasWord(start, "PANIC") || hasWord(start, "ERR")) {
            return ERROR;
        }
        return hasWord(start, "WARN") || hasWord(start, "WARNING") ? WARN : PLAIN;
    }

    private static boolean hasWord(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int end = at + word.length();
            if (begins && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
