package io.quayside.engine.logs;

import java.nio.charset.StandardCharsets;

/// Escape sequences in output: colours, titles and the like. They aren't part of its text.
public final class Escapes {
    public static final char ESCAPE = 0x1B;

    private Escapes() {}

    /// The place behind the sequence that begins at a place; the same place when it doesn't end before `end`.
    public static int pass(CharSequence text, int at, int end) {
        int next = at + 1 < end ? text.charAt(at + 1) : 0;
        if (next == '[') {
            int i = at + 2;
            while (i < end && text.charAt(i) >= 0x20 && text.charAt(i) <= 0x3F) {
                i++;
            }
            if (i < end && text.charAt(i) >= 0x40 && text.charAt(i) <= 0x7E) {
                return i + 1;
            }
        } else if (next == ']') {
            int i = at + 2;
            while (i < end && text.charAt(i) != 0x07 && text.charAt(i) != ESCAPE) {
                i++;
            }
            if (i < end) {
                boolean longEnd = text.charAt(i) == ESCAPE && i + 1 < end && text.charAt(i + 1) == '\\';
                return text.charAt(i) == 0x07 ? i + 1 : longEnd ? i + 2 : i;
            }
        } else if (next >= 0x20 && next <= 0x2F && at + 2 < end) {
            return at + 3;
        } else if (next >= 0x30 && next <= 0x7E) {
            return at + 2;
        }
        return at;
    }

    /// What is left of bytes without them.
    static byte[] strip(byte[] from, int offset, int count) {
        String raw = new String(from, offset, count, StandardCharsets.ISO_8859_1);
        StringBuilder left = new StringBuilder(count);
        int done = 0;
        for (int at = raw.indexOf(ESCAPE); at >= 0; ) {
            int behind = pass(raw, at, count);
            left.append(raw, done, at);
            done = behind;
            at = raw.indexOf(ESCAPE, behind == at ? at + 1 : behind);
        }
        return left.append(raw, done, count).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean in(byte[] bytes, int offset, int count) {
        for (int i = offset; i < offset + count; i++) {
            if (bytes[i] == ESCAPE) {
                return true;
            }
        }
        return false;
    }
}
