package io.quayside.engine.logs;

import java.util.Arrays;

/// Some of the lines of a store, in order, in one bit each, and how often each of them matches. Lines are added at the
/// end by one thread; any thread reads what was there when [#size()] was asked.
///
/// Its monitor guards it.
public final class LineSet {
    private static final int WORDS_A_BLOCK = 64;

    private final long first;
    private long[] words = new long[WORDS_A_BLOCK];
    /// How many lines there are before each block.
    private long[] before = new long[2];
    private final MatchCounts counts = new MatchCounts();
    private long size;
    private long last = -1;

    /// @param first the lowest line that can be in it
    public LineSet(long first) {
        this.first = first;
    }

    /// Adds a line after all others.
    synchronized void add(long line) {
        if (line <= last || line < first) {
            throw new IllegalArgumentException("Line " + line + " comes after line " + last);
        }
        long bit = line - first;
        int word = Math.toIntExact(bit >>> 6);
        int block = word / WORDS_A_BLOCK;
        if (word >= words.length) {
            words = Arrays.copyOf(words, Math.max(words.length * 2, (block + 1) * WORDS_A_BLOCK));
        }
        if (block + 1 >= before.length) {
            before = Arrays.copyOf(before, Math.max(before.length * 2, block + 2));
        }
        int lastBlock = last < 0 ? 0 : (int) ((last - first) >>> 6) / WORDS_A_BLOCK;
        for (int i = lastBlock + 1; i <= block; i++) {
            before[i] = size;
        }
        words[word] |= 1L << bit;
        size++;
        last = line;
    }

    /// Adds a line that matches so many times after all others.
    synchronized void add(long line, int matches) {
        add(line);
        if (matches > 1) {
            counts.set(size - 1, matches);
        }
    }

    /// Adds what was found after all others.
    synchronized void add(FoundLines lines) {
        lines.addTo(this);
    }

    /// Takes out this line and all after it.
    public synchronized void cut(long from) {
        if (size == 0 || from > last) {
            return;
        }
        long left = countBefore(from);
        long bit = Math.max(0, from - first);
        int word = (int) (bit >>> 6);
        words[word] &= (1L << bit) - 1;
        Arrays.fill(words, word + 1, words.length, 0);
        size = left;
        counts.cut(left);
        last = left == 0 ? -1 : get(left - 1);
    }

    public synchronized long size() {
        return size;
    }

    /// The line at a place, counted from 0.
    public synchronized long get(long place) {
        if (place < 0 || place >= size) {
            throw new IndexOutOfBoundsException("Place " + place + " of " + size);
        }
        int low = 0;
        int high = (int) ((last - first) >>> 6) / WORDS_A_BLOCK;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        long left = place - before[low];
        int word = low * WORDS_A_BLOCK;
        while (left >= Long.bitCount(words[word])) {
            left -= Long.bitCount(words[word++]);
        }
        long bits = words[word];
        for (; left > 0; left--) {
            bits &= bits - 1;
        }
        return first + (long) word * 64 + Long.numberOfTrailingZeros(bits);
    }

    /// The same, or the last line if there are fewer, for who doesn't know what was cut meanwhile.
    public synchronized long near(long place) {
        return size == 0 ? first : get(Math.clamp(place, 0, size - 1));
    }

    /// How many of its lines come before this one.
    public synchronized long countBefore(long line) {
        if (size == 0 || line <= first) {
            return 0;
        }
        if (line > last) {
            return size;
        }
        long bit = line - first;
        int word = (int) (bit >>> 6);
        int block = word / WORDS_A_BLOCK;
        long count = before[block];
        for (int i = block * WORDS_A_BLOCK; i < word; i++) {
            count += Long.bitCount(words[i]);
        }
        long mask = (1L << bit) - 1;
        return count + Long.bitCount(words[word] & mask);
    }

    // Matches, of which a line may have several.

    /// How many matches there are in all lines.
    public synchronized long matches() {
        return size + counts.total();
    }

    /// How many matches there are before a line.
    public synchronized long matchesBefore(long line) {
        long place = countBefore(line);
        return place + counts.before(place);
    }

    /// How often a line matches; 0 when it isn't in the set.
    public synchronized int matchesIn(long line) {
        return contains(line) ? counts.at(countBefore(line)) : 0;
    }

    /// The line with a match, counted from 0 over all lines; the last line if there are fewer.
    public synchronized long lineOfMatch(long match) {
        long low = 0;
        long high = Math.max(0, size - 1);
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            if (middle + counts.before(middle) <= match) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return near(low);
    }

    public synchronized boolean contains(long line) {
        long bit = line - first;
        return bit >= 0 && line <= last && (words[(int) (bit >>> 6)] & (1L << bit)) != 0;
    }
}
