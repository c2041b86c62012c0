package io.quayside.engine.internal.http;

import java.nio.charset.StandardCharsets;

/// Makes what a stranger said fit for a message.
public final class SafeText {

    private static final int LENGTH = 200;

    private SafeText() {}

    /// The same of UTF-8.
    public static String of(byte[] bytes) {
        return of(new String(bytes, StandardCharsets.UTF_8));
    }

    /// The first part, with everything that isn't a plain visible character replaced by a dot.
    public static String of(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(LENGTH).forEach(c -> safe.appendCodePoint(visible(c) ? c : '·'));
        return safe.toString();
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> c != 0xfffd;
        };
    }
}
