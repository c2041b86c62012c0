package io.quayside.engine.internal.codec;

import java.nio.charset.StandardCharsets;

/// File names of Linux are bytes, ours are text. Bytes that aren't UTF-8 become lone surrogates, U+DC80 for 0x80 to
/// U+DCFF
/// for 0xFF, which no UTF-8 gives: so every name has a text of its own, and the way back gives the same bytes.
public final class RawText {
    private static final int ESCAPE = 0xDC00;
    private static final int FIRST_CONTINUATION = 0x80;

    private RawText() {}

    /// The text of some bytes.
    public static String of(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] < 0) {
                return decode(bytes, start, end);
            }
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    /// The text of some bytes.
    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    /// The bytes of a text; for one without escapes, its UTF-8.
    public static byte[] bytes(String text) {
        if (!isEscaped(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        byte[] all = new byte[text.length() * 3];
        int n = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (isEscape(c)) {
                all[n++] = (byte) (c - ESCAPE);
            } else {
                byte[] some = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                System.arraycopy(some, 0, all, n, some.length);
                n += some.length;
            }
            i += Character.charCount(c);
        }
        return java.util.Arrays.copyOf(all, n);
    }

    /// Whether it has bytes that aren't UTF-8.
    public static boolean isEscaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text.charAt(i)) && isEscape(text.codePointBefore(i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEscape(int c) {
        return c >= ESCAPE + FIRST_CONTINUATION && c <= ESCAPE + 0xFF;
    }

    private static String decode(byte[] bytes, int start, int end) {
        StringBuilder text = new StringBuilder(end - start);
        int i = start;
        while (i < end) {
            int length = validLength(bytes, i, end);
            if (length == 0) {
                text.append((char) (ESCAPE + (bytes[i] & 0xFF)));
                i++;
            } else {
                text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
                i += length;
            }
        }
        return text.toString();
    }

    /// How many bytes the character at `i` has; 0 if it isn't one.
    private static int validLength(byte[] bytes, int i, int end) {
        int first = bytes[i] & 0xFF;
        if (first < FIRST_CONTINUATION) {
            return 1;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || i + length > end) {
            return 0;
        }
        int point = first & (0x7F >> length);
        for (int k = 1; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != FIRST_CONTINUATION) {
                return 0;
            }
            point = (point << 6) | (bytes[i + k] & 0x3F);
        }
        boolean tooLong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
        boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
        return tooLong || surrogate || point > 0x10FFFF ? 0 : length;
    }
}
