package io.quayside.engine.logs;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/// A line as a regular expression reads it: its bytes as they are, or decoded when they aren't all ASCII. It stops an
/// expression which would take for ever. One thread uses it.
final class LineText implements CharSequence {
    private static final int LOOKS = 0x3FFF;

    private final BooleanSupplier cancelled;
    private byte[] bytes = new byte[0];
    private String decoded = "";
    private boolean plain;
    private int start;
    private int length;
    private int looks;

    LineText(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    LineText set(byte[] from, int offset, int count) {
        plain = true;
        for (int i = offset; i < offset + count && plain; i++) {
            plain = from[i] >= 0;
        }
        bytes = from;
        start = offset;
        length = count;
        if (!plain) {
            decoded = new String(from, offset, count, StandardCharsets.UTF_8);
            length = decoded.length();
        }
        return this;
    }

    @Override
    public char charAt(int index) {
        if ((++looks & LOOKS) == 0 && cancelled.getAsBoolean()) {
            throw new CancelledMatch();
        }
        if (!plain) {
            return decoded.charAt(index);
        }
        if (index < 0 || index >= length) {
            throw new StringIndexOutOfBoundsException(index);
        }
        return (char) bytes[start + index];
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return toString().subSequence(from, to);
    }

    @Override
    public String toString() {
        return plain ? new String(bytes, start, length, StandardCharsets.ISO_8859_1) : decoded;
    }

    /// Nobody waits for the match any more.
    static final class CancelledMatch extends RuntimeException {
        private static final long serialVersionUID = 1;

        CancelledMatch() {
            super("cancelled", null, false, false);
        }
    }
}
