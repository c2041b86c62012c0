package io.quayside.engine.logs;

import java.util.Arrays;

/// How often each line of a set matches beyond the first time, by its place in the set. Most match once, and cost
/// nothing until the first that doesn't. Not for several threads.
final class MatchCounts {
    private static final int BLOCK = 1024;

    private char[] more = new char[0];
    /// How many there are before each block.
    private long[] before = new long[1];
    private int lastBlock;
    private long total;

    /// Places come in order; those that are left out match once.
    void set(long place, int times) {
        int at = Math.toIntExact(place);
        int block = at / BLOCK;
        if (at >= more.length) {
            more = Arrays.copyOf(more, Math.max(more.length * 2, (block + 1) * BLOCK));
        }
        if (block >= before.length) {
            before = Arrays.copyOf(before, Math.max(before.length * 2, block + 1));
        }
        Arrays.fill(before, Math.min(lastBlock + 1, block + 1), block + 1, total);
        lastBlock = block;
        more[at] = (char) (times - 1);
        total += times - 1;
    }

    long total() {
        return total;
    }

    /// Of one line.
    int at(long place) {
        return 1 + (place < more.length ? more[(int) place] : 0);
    }

    /// Of all lines before a place.
    long before(long place) {
        int block = (int) Math.min(place / BLOCK, lastBlock);
        long sum = before[block];
        for (int i = block * BLOCK; i < Math.min(place, Math.min(more.length, (block + 1) * BLOCK)); i++) {
            sum += more[i];
        }
        return sum;
    }

    /// Forgets this place and all after it.
    void cut(long place) {
        if (place < more.length) {
            total = before(place);
            Arrays.fill(more, (int) place, more.length, '\0');
            lastBlock = Math.min(lastBlock, (int) (place / BLOCK));
        }
    }
}
