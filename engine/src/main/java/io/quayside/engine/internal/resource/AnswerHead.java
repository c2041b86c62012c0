package io.quayside.engine.internal.resource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Passes an answer's body on and keeps its beginning, to show when it can't be read.
final class AnswerHead extends InputStream {
    private static final int KEPT = 200;

    private final InputStream in;
    private final byte[] head = new byte[KEPT];
    private int length;

    AnswerHead(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0 && length < KEPT) {
            head[length++] = (byte) value;
        }
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
        int n = in.read(into, offset, count);
        if (n > 0 && length < KEPT) {
            int more = Math.min(n, KEPT - length);
            System.arraycopy(into, offset, head, length, more);
            length += more;
        }
        return n;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    /// The beginning, printable characters only.
    String text() {
        return printable(new String(head, 0, length, StandardCharsets.UTF_8));
    }

    /// `text` with a space for everything that doesn't print as itself.
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().limit(KEPT).forEach(c -> safe.appendCodePoint(isPlain(c) ? c : ' '));
        return safe.toString().strip();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
