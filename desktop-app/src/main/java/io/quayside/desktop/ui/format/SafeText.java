package io.quayside.desktop.ui.format;

/// Makes text of others harmless to show: what would end a line, reverse the words around it or move the cursor becomes
/// a visible sign, and endless text ends.
public final class SafeText {
    private static final char INSTEAD = '\uFFFD';
    private static final int LONGEST = 256;

    private SafeText() {}

    /// For one line of a list or a button.
    public static String line(String text) {
        int end = Math.min(text.length(), LONGEST);
        if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder safe = new StringBuilder(end + 1);
        boolean same = end == text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean bad = isHarmful(c) || isLone(text, i);
            same &= !bad;
            safe.append(bad ? INSTEAD : c);
        }
        if (end < text.length()) {
            safe.append('…');
        }
        return same ? text : safe.toString();
    }

    /// For a line of output: tabs become spaces, everything else as in [#line], but up to `longest` characters.
    public static String output(String text, int longest) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), longest) + 1);
        for (int i = 0; i < text.length() && safe.length() < longest; i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                safe.append("    ");
            } else {
                safe.append(isHarmful(c) || isLone(text, i) ? INSTEAD : c);
            }
        }
        return text.length() > longest ? safe.append('…').toString() : safe.toString();
    }

    private static boolean isLone(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    /// Controls, line and paragraph separators, and the marks that change the direction of what follows.
    private static boolean isHarmful(char c) {
        return Character.isISOControl(c)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || c == '\uFEFF';
    }
}
