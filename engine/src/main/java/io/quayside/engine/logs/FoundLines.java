package io.quayside.engine.logs;

import java.util.Arrays;

/// Lines that match, in order, each with how often it does. One thread at a time uses it.
final class FoundLines {
    private long[] lines = new long[64];
    private char[] matches = new char[64];
    private int size;

    void add(long line, int times) {
        if (size == lines.length) {
            lines = Arrays.copyOf(lines, size * 2);
            matches = Arrays.copyOf(matches, size * 2);
        }
        lines[size] = line;
        matches[size++] = (char) Math.min(times, Character.MAX_VALUE);
    }

    void addTo(LineSet set) {
        for (int i = 0; i < size; i++) {
            set.add(lines[i], matches[i]);
        }
    }
}
