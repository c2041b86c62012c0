package io.quayside.engine.internal.codec;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Passes bytes on and puts a question mark in the place of each that can't be UTF-8, since the JSON parser gives up at
/// such a byte and one bad label would hide a whole list. A character that is cut by the end of a read is held back
/// until the rest of it is there, so the parser's block has to have room for one.
final class Utf8Repair extends InputStream {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final int LONGEST = 4;

    private final InputStream in;
    private final byte[] held = new byte[LONGEST];
    private int heldCount;

    Utf8Repair(InputStream in) {
        this.in = in;
    }

    /// The parser reads in blocks.
    @Override
    public int read() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length < LONGEST) {
            throw new IllegalArgumentException("too small for a character: " + length);
        }
        System.arraycopy(held, 0, into, offset, heldCount);
        int count = heldCount;
        heldCount = 0;
        while (true) {
            int n = in.read(into, offset + count, length - count);
            if (n < 0) {
                repair(into, offset, offset + count, true);
                return count == 0 ? -1 : count;
            }
            int whole = repair(into, offset, offset + count + n, false);
            heldCount = offset + count + n - whole;
            System.arraycopy(into, whole, held, 0, heldCount);
            if (whole > offset) {
                return whole - offset;
            }
            count = heldCount;
            heldCount = 0;
        }
    }

    /// Repairs what is there and returns where the last whole character ends.
    ///
    /// @param last whether nothing follows
    private static int repair(byte[] bytes, int from, int to, boolean last) {
        int i = from;
        while (true) {
            while (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & NOT_ASCII) == 0) {
                i += Long.BYTES;
            }
            while (i < to && bytes[i] >= 0) {
                i++;
            }
            if (i >= to) {
                return to;
            }
            int size = sizeOf(bytes[i]);
            int good = 1;
            while (good < size && i + good < to && follows(bytes[i], good, bytes[i + good] & 0xff)) {
                good++;
            }
            if (size > 0 && good == size) {
                i += size;
            } else if (size > 0 && i + good == to && !last) {
                return i;
            } else {
                bytes[i++] = '?';
            }
        }
    }

    /// How many bytes a character has that starts with `lead`, 0 if none does.
    private static int sizeOf(byte lead) {
        int first = lead & 0xff;
        if (first < 0xc2 || first > 0xf4) {
            return 0;
        }
        return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    }

    /// Whether a byte may stand at this place after `lead`. The first one after it is bound more closely, which rules
    /// out surrogates, needless length and what is beyond Unicode.
    private static boolean follows(byte lead, int place, int value) {
        if (place > 1) {
            return value >= 0x80 && value <= 0xbf;
        }
        return switch (lead & 0xff) {
            case 0xe0 -> value >= 0xa0 && value <= 0xbf;
            case 0xed -> value >= 0x80 && value <= 0x9f;
            case 0xf0 -> value >= 0x90 && value <= 0xbf;
            case 0xf4 -> value >= 0x80 && value <= 0x8f;
            default -> value >= 0x80 && value <= 0xbf;
        };
    }
}
