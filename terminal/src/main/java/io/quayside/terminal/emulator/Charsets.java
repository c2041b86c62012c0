package io.quayside.terminal.emulator;

import java.util.Arrays;

/// The four character sets of a terminal and which of them is in use. Besides ASCII two matter: line drawing and the
/// British one.
final class Charsets {
    private static final String LINE_DRAWING = "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";
    private static final char FIRST_DRAWN = '`';
    private final char[] sets = {'B', 'B', 'B', 'B'};
    private int inUse;
    private int once = -1;

    void reset() {
        Arrays.fill(sets, 'B');
        inUse = 0;
        once = -1;
    }

    void designate(int set, char charset) {
        sets[set] = charset;
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
        return once < 0 && sets[inUse] != '0' && sets[inUse] != 'A';
    }

    int map(int codePoint) {
        char set = sets[once < 0 ? inUse : once];
        once = -1;
        if (set == '0' && codePoint >= FIRST_DRAWN && codePoint < FIRST_DRAWN + LINE_DRAWING.length()) {
            return LINE_DRAWING.charAt(codePoint - FIRST_DRAWN);
        }
        if (set == '0' && codePoint == '_') {
            return ' ';
        }
        return (set == 'A' && codePoint == '#') ? '£' : codePoint;
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
