package io.quayside.terminal.emulator;

import org.jspecify.annotations.Nullable;

/// Lines that scrolled off the top, oldest first, in a ring: the newest replaces the oldest in place.
public final class Scrollback {
    private @Nullable Line[] ring;
    private final int most;
    private int first;
    private int size;
    private long dropped;

    Scrollback(int most) {
        this.most = most;
        this.ring = new Line[Math.min(64, Math.max(most, 1))];
    }

    public int size() {
        return size;
    }

    /// The line at `index`, 0 the oldest.
    public Line get(int index) {
        Line line = index < 0 || index >= size ? null : ring[(first + index) % ring.length];
        if (line == null) {
            throw new IndexOutOfBoundsException("line " + index + " of " + size);
        }
        return line;
    }

    /// How many lines have left the ring for good. With it the lines have numbers that never change.
    public long dropped() {
        return dropped;
    }

    void push(Line line) {
        if (most == 0) {
            dropped++;
            return;
        }
        if (size == ring.length && size < most) {
            grow();
        }
        if (size < ring.length) {
            ring[(first + size) % ring.length] = line;
            size++;
        } else {
            ring[first] = line;
            first = (first + 1) % ring.length;
            dropped++;
        }
    }

    private void grow() {
        @Nullable Line[] larger = new Line[Math.min(most, ring.length * 2)];
        for (int i = 0; i < size; i++) {
            larger[i] = get(i);
        }
        ring = larger;
        first = 0;
    }

    void clear() {
        dropped += size;
        ring = new Line[Math.min(64, Math.max(most, 1))];
        first = 0;
        size = 0;
    }
}
