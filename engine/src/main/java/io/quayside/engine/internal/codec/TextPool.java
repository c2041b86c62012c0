package io.quayside.engine.internal.codec;

import org.jspecify.annotations.Nullable;

/// Texts met while reading one answer, so that a word that stands in it a thousand times is one object, and isn't even
/// created again. Bounded: a later text takes the place of an earlier one. One thread uses it.
final class TextPool {
    private static final int MAX_LENGTH = 256;

    private final int size;
    private @Nullable String @Nullable [] slots;

    private TextPool(int size) {
        this.size = size;
    }

    /// For a list, in which texts repeat.
    static TextPool large() {
        return new TextPool(1024);
    }

    /// For a single object.
    static TextPool small() {
        return new TextPool(32);
    }

    String text(char[] chars, int offset, int length) {
        if (length == 0) {
            return "";
        }
        if (length > MAX_LENGTH) {
            return new String(chars, offset, length);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + chars[i];
        }
        @Nullable String[] table = table();
        int slot = (hash ^ hash >>> 16) & size - 1;
        String known = table[slot];
        if (known != null && same(known, chars, offset, length)) {
            return known;
        }
        String text = new String(chars, offset, length);
        table[slot] = text;
        return text;
    }

    private @Nullable String[] table() {
        @Nullable String[] table = slots;
        if (table == null) {
            table = new @Nullable String[size];
            slots = table;
        }
        return table;
    }

    private static boolean same(String text, char[] chars, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[offset + i]) {
                return false;
            }
        }
        return true;
    }
}
