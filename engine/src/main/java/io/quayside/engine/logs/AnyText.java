package io.quayside.engine.logs;

import java.util.Arrays;
import java.util.List;

/// Texts of which any is to be found in bytes. Going forward through the same bytes it looks for each text once only:
/// where
/// the next of each stands is remembered. One thread uses it.
final class AnyText {
    private static final int NOT_YET = -1;

    private final ByteText[] texts;
    private final int longest;
    /// Where each stands next in the bytes that are gone through.
    private final int[] next;
    private int length;

    /// @param texts at least one
    AnyText(List<ByteText> texts) {
        this.texts = texts.toArray(ByteText[]::new);
        this.next = new int[this.texts.length];
        this.longest = texts.stream().mapToInt(ByteText::length).max().orElseThrow();
        restart();
    }

    /// Of the longest of them.
    int longest() {
        return longest;
    }

    /// Other bytes are gone through from now on.
    void restart() {
        Arrays.fill(next, NOT_YET);
    }

    /// The first place from `from` on at which one of them stands wholly before `to`, or -1. `from` never goes back and
    /// `to` stays until
    /// the restart.
    int nextIn(byte[] bytes, int from, int to) {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < texts.length; i++) {
            if (next[i] < from) {
                int place = texts[i].indexIn(bytes, from, to);
                next[i] = place < 0 ? Integer.MAX_VALUE : place;
            }
            // Of two at one place the shorter: it may fit into a line where the longer doesn't.
            if (next[i] < first || (next[i] == first && texts[i].length() < length)) {
                first = next[i];
                length = texts[i].length();
            }
        }
        return first == Integer.MAX_VALUE ? -1 : first;
    }

    /// Of the text that was found last.
    int length() {
        return length;
    }

    /// Whether one of them is there; for any bytes, whatever is gone through.
    boolean isIn(byte[] bytes, int from, int to) {
        for (ByteText text : texts) {
            if (text.indexIn(bytes, from, to) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// How often the only one stands there, one behind the other.
    int countIn(byte[] bytes, int from, int to) {
        return texts[0].countIn(bytes, from, to);
    }
}
