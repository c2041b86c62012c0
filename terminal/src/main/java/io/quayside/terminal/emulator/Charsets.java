package io.quayside.terminal.emulator;

import java.util.Arrays;

/// The four character sets of a terminal and which of them is in use.
final class Charsets {
    private static final String LINE_DRAWING = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";
    private static final char FIRST_DRAWN = '`';
    private static final char ASCII = 'B';
    /// What a VT52 has from the underscore on, as far as there are such characters.
    private static final String VT52 = "  ▮⅟   °±→…÷↓⎺⎺⎻⎻⎼⎼⎽⎽₀₁₂₃₄₅₆₇₈₉¶";
    private static final char VT52_GRAPHICS = 1;
    private final char[] sets = {ASCII, ASCII, ASCII, ASCII};
    private int inUse;
    private int once = -1;

    void reset() {
        Arrays.fill(sets, ASCII);
        inUse = 0;
        once = -1;
    }

    /// @param national whether those of countries may be chosen; else they are ASCII, but for the British one
    void designate(int set, char charset, boolean national) {
        boolean known = charset == '0' || charset == 'A' || (national && NationalSet.isOne(charset));
        sets[set] = known ? charset : ASCII;
    }

    void useVt52Graphics() {
        sets[0] = VT52_GRAPHICS;
        inUse = 0;
    }

    void use(int set) {
        inUse = set;
    }

    /// For the next character only.
    void useOnce(int set) {
        once = set;
    }

    /// Whether characters are shown as they are.
    boolean isPlain() {
        return once < 0 && sets[inUse] == ASCII;
    }

    int map(int codePoint) {
        char set = sets[once < 0 ? inUse : once];
        once = -1;
        if (set == '0') {
            return codePoint == '_' ? ' ' : sign(LINE_DRAWING, codePoint - FIRST_DRAWN, codePoint);
        }
        if (set == VT52_GRAPHICS) {
            return sign(VT52, codePoint - '_', codePoint);
        }
        return set == ASCII ? codePoint : NationalSet.map(set, codePoint);
    }

    private static int sign(String signs, int place, int otherwise) {
        return place >= 0 && place < signs.length() ? signs.charAt(place) : otherwise;
    }

    Charsets copy() {
        Charsets copy = new Charsets();
        copy.restore(this);
        return copy;
    }

    void restore(Charsets saved) {
        System.arraycopy(saved.sets, 0, sets, 0, sets.length);
        inUse = saved.inUse;
        once = -1;
    }
}
