package io.quayside.terminal.emulator;

/// The numbers of a control sequence. More than there is room for are left out, too large ones are cut.
final class CsiParams {
    private static final int MOST = 32;
    private static final int LARGEST = 65_535;
    private final int[] values = new int[MOST];
    private final boolean[] given = new boolean[MOST];
    private final boolean[] sub = new boolean[MOST];
    private int count;
    private char prefix;
    private boolean fresh;

    void clear() {
        count = 0;
        prefix = 0;
        fresh = true;
        open(false);
    }

    private void open(boolean asSub) {
        if (count < MOST) {
            values[count] = 0;
            given[count] = false;
            sub[count] = asSub;
        }
        count = Math.min(count + 1, MOST + 1);
    }

    /// Takes a digit, a semicolon, or the colon that joins parts of one parameter.
    void add(char c) {
        fresh = false;
        if (c == ';' || c == ':') {
            open(c == ':');
        } else if (count <= MOST) {
            int at = count - 1;
            values[at] = Math.min(LARGEST, values[at] * 10 + c - '0');
            given[at] = true;
        }
    }

    boolean isFresh() {
        return fresh && prefix == 0;
    }

    void setPrefix(char c) {
        prefix = c;
    }

    /// `?`, `>`, `=`, `<` or 0.
    char prefix() {
        return prefix;
    }

    int count() {
        return Math.min(count, MOST);
    }

    /// Whether the number belongs to the one before it.
    boolean isSub(int i) {
        return i < count() && sub[i];
    }

    int get(int i, int whenAbsent) {
        return i < count() && given[i] ? values[i] : whenAbsent;
    }

    /// A count: absent and 0 mean 1.
    int times(int i) {
        return Math.max(1, get(i, 1));
    }
}
