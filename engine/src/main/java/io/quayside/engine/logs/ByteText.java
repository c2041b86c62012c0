package io.quayside.engine.logs;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A text to be found in bytes, ASCII letters in either case. Looks at eight places at once for two of its bytes, those
/// that are rarest in output. Any thread may use it.
final class ByteText {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long CASES = 0x2020202020202020L;
    /// From the most common on.
    private static final String COMMON = " e0t1a2oi3ns5r4h6l7d89cumf.pg-:w/yb,=\"vk_xjqz";

    private final byte[] lower;
    private final Anchor first;
    private final Anchor second;

    /// A byte of the text that is looked for.
    private record Anchor(int place, long folded, long pattern) {
        static Anchor at(byte[] text, int place) {
            byte b = text[place];
            boolean letter = b >= 'a' && b <= 'z';
            return new Anchor(place, letter ? CASES : 0, (b & 0xFFL) * ONES);
        }

        /// A high bit for each of eight places where it may be; none is missing.
        long in(long eight) {
            long zero = (eight | folded) ^ pattern;
            return (zero - ONES) & ~zero & HIGHS;
        }
    }

    /// @param lower in lower case, not empty
    ByteText(byte[] lower) {
        this.lower = lower.clone();
        int rarest = 0;
        int next = lower.length > 1 ? 1 : 0;
        for (int i = 1; i < lower.length; i++) {
            if (rarity(lower[i]) > rarity(lower[rarest])) {
                next = rarest;
                rarest = i;
            } else if (i != next && rarity(lower[i]) > rarity(lower[next])) {
                next = i;
            }
        }
        this.first = Anchor.at(this.lower, rarest);
        this.second = Anchor.at(this.lower, next);
    }

    private static int rarity(byte b) {
        int place = b < 0 ? -1 : COMMON.indexOf(b);
        return place < 0 ? COMMON.length() : place;
    }

    int length() {
        return lower.length;
    }

    /// The first place from `from` on at which it stands wholly before `to`, or -1.
    int indexIn(byte[] bytes, int from, int to) {
        int last = to - lower.length;
        int reach = Math.max(first.place, second.place) + Long.BYTES;
        int i = from;
        for (; i <= last && i + reach <= to; i += Long.BYTES) {
            long there = first.in((long) LONGS.get(bytes, i + first.place));
            if (there != 0) {
                there &= second.in((long) LONGS.get(bytes, i + second.place));
                for (; there != 0; there &= there - 1) {
                    int place = i + (Long.numberOfTrailingZeros(there) >>> 3);
                    if (place <= last && isAt(bytes, place)) {
                        return place;
                    }
                }
            }
        }
        for (; i <= last; i++) {
            if (isAt(bytes, i)) {
                return i;
            }
        }
        return -1;
    }

    /// How often it stands there, one behind the other.
    int countIn(byte[] bytes, int from, int to) {
        int count = 0;
        for (int i = indexIn(bytes, from, to); i >= 0; i = indexIn(bytes, i + lower.length, to)) {
            count++;
        }
        return count;
    }

    private boolean isAt(byte[] bytes, int place) {
        for (int i = 0; i < lower.length; i++) {
            if (LogPattern.lower(bytes[place + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }
}
