package io.quayside.engine.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What comes from an engine, read ahead in large pieces. Used by one thread at a time.
final class WireInput extends InputStream {

    private static final int SIZE = 32 * 1024;
    private static final int NO_LINE = -1;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private int start;
    private int end;

    WireInput(InputStream in) {
        this.in = in;
    }

    /// How much can be read without waiting.
    @Override
    public int available() {
        return end - start;
    }

    @Override
    public int read() throws IOException {
        return start < end || fill() ? buffer[start++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (start == end) {
            if (length >= SIZE) {
                return in.read(into, offset, length);
            }
            if (!fill()) {
                return -1;
            }
        }
        int n = Math.min(length, end - start);
        System.arraycopy(buffer, start, into, offset, n);
        start += n;
        return n;
    }

    /// A line without its end, which is a line feed with or without a carriage return.
    ///
    /// @throws EOFException when the stream ends before the line does
    /// @throws MalformedHttpException when it is longer than `limit` (which the buffer has to have room for)
    String line(int limit) throws IOException {
        int scanned = 0;
        while (true) {
            int at = find('\n', start + scanned);
            if (at != NO_LINE) {
                int stop = at > start && buffer[at - 1] == '\r' ? at - 1 : at;
                String line = new String(buffer, start, stop - start, StandardCharsets.ISO_8859_1);
                start = at + 1;
                return line;
            }
            scanned = end - start;
            if (scanned >= Math.min(limit, SIZE)) {
                throw new MalformedHttpException("a line is longer than " + scanned + " bytes");
            }
            if (!fill()) {
                throw new EOFException("it ended inside a line");
            }
        }
    }

    /// Whether a whole line is there already, looking `skip` bytes ahead.
    boolean lineArrived(int skip) {
        return start + skip < end && find('\n', start + skip) != NO_LINE;
    }

    /// Waits for `wanted` bytes (or the end), and returns what there is then, without taking it.
    byte[] peek(int wanted) throws IOException {
        while (end - start < wanted && fill()) {
            // More is on its way.
        }
        byte[] seen = new byte[Math.min(wanted, end - start)];
        System.arraycopy(buffer, start, seen, 0, seen.length);
        return seen;
    }

    private int find(char c, int from) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == c) {
                return i;
            }
        }
        return NO_LINE;
    }

    private boolean fill() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == SIZE) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int n = in.read(buffer, end, SIZE - end);
        end += Math.max(n, 0);
        return n > 0;
    }
}
