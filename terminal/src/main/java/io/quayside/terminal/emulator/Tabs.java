package io.quayside.terminal.emulator;

import java.util.BitSet;

/// Where tabs stop.
final class Tabs {
    private static final int EVERY = 8;
    private static final int MOST = 1000;
    private final BitSet stops = new BitSet();

    Tabs() {
        reset();
    }

    void reset() {
        stops.clear();
        for (int x = EVERY; x < MOST; x += EVERY) {
            stops.set(x);
        }
    }

    void set(int x) {
        stops.set(x);
    }

    void clear(int x) {
        stops.clear(x);
    }

    void clearAll() {
        stops.clear();
    }

    /// The stop after `x`, at most `last`.
    int next(int x, int last) {
        int stop = stops.nextSetBit(x + 1);
        return stop < 0 ? last : Math.min(stop, last);
    }

    /// The stop before `x`, at least 0.
    int previous(int x) {
        return x <= 0 ? 0 : Math.max(0, stops.previousSetBit(x - 1));
    }
}
