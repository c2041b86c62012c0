package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds lines of a store, as far as they are there; called again it goes on with those that came. One thread runs it,
/// any thread may cancel it.
public final class LogSearch {
    private static final int BLOCK = 1 << 20;
    /// Of longer lines, only so much is searched by a regular expression.
    private static final int LONGEST_TEXT = 64 * 1024;

    private final LogStore store;
    private final LogPattern pattern;
    private final LineSet found;
    private final byte[] block = new byte[BLOCK];
    private volatile boolean cancelled;
    private volatile long next;

    /// @param from the first line that is looked at
    public LogSearch(LogStore store, LogPattern pattern, long from) {
        this.store = store;
        this.pattern = pattern;
        this.next = from;
        this.found = new LineSet(from);
    }

    /// The lines that match, as they are found.
    public LineSet found() {
        return found;
    }

    /// The first line that it hasn't looked at.
    public long looked() {
        return next;
    }

    /// Ends a run soon.
    public void cancel() {
        cancelled = true;
    }

    /// Looks at all lines up to the present end. An unfinished last line counts as it is.
    ///
    /// @return whether it got to the end
    public boolean run() throws IOException {
        for (LogSegment segment : store.segments()) {
            if (segment.endLine() <= next) {
                continue;
            }
            try {
                SegmentLines lines = new SegmentLines(segment, next, Long.MAX_VALUE);
                switch (pattern) {
                    case LogPattern.Literal(String text) -> literal(segment, lines, LogPattern.lowerBytes(text));
                    case LogPattern.Regex(Pattern regex) -> regex(segment, lines, regex);
                }
            } catch (ClosedChannelException e) {
                next = Math.max(next, segment.endLine()); // dropped meanwhile
            }
            if (cancelled) {
                return false;
            }
        }
        return true;
    }

    private void hit(SegmentLines lines) {
        if (lines.type() != StreamType.SYSTEM) {
            found.add(lines.line());
        }
    }

    /// Scans the bytes in large blocks that overlap by the text's length, and walks over the lines beside it.
    private void literal(LogSegment segment, SegmentLines lines, byte[] text) throws IOException {
        boolean there = lines.next();
        if (!there) {
            return;
        }
        long at = lines.start();
        long end = segment.bytes();
        while (there && at < end && !cancelled) {
            int length = (int) Math.min(BLOCK, end - at);
            segment.data(ByteBuffer.wrap(block, 0, length), at);
            int from = 0;
            int place = indexOf(block, from, length, text);
            while (place >= 0 && there) {
                long match = at + place;
                while (there && lines.end() <= match) {
                    next = lines.line() + 1;
                    there = lines.next();
                }
                if (!there) {
                    return; // it is in a line that came after the walk began
                }
                if (match < lines.start()) {
                    from = (int) Math.min(length, lines.start() - at); // another one in a line that was found already
                } else if (match + text.length <= lines.end()) {
                    hit(lines);
                    from = (int) Math.min(length, Math.max(lines.end() - at, place + 1));
                    next = lines.line() + 1;
                    there = lines.next();
                } else {
                    from = place + 1; // it goes over the end of the line
                }
                place = from >= length ? -1 : indexOf(block, from, length, text);
            }
            at += length < BLOCK ? length : length - text.length + 1;
        }
        while (there && !cancelled) {
            next = lines.line() + 1;
            there = lines.next();
        }
    }

    static int indexOf(byte[] bytes, int from, int to, byte[] lowerText) {
        if (lowerText.length == 0) {
            return -1;
        }
        byte low = lowerText[0];
        byte high = low >= 'a' && low <= 'z' ? (byte) (low - 32) : low;
        int last = to - lowerText.length;
        for (int i = from; i <= last; i++) {
            byte b = bytes[i];
            if ((b == low || b == high) && matches(bytes, i, lowerText)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] lowerText) {
        for (int i = 1; i < lowerText.length; i++) {
            if (LogPattern.lower(bytes[at + i]) != lowerText[i]) {
                return false;
            }
        }
        return true;
    }

    private void regex(LogSegment segment, SegmentLines lines, Pattern regex) throws IOException {
        Matcher matcher = regex.matcher("");
        long loaded = 0;
        long loadedEnd = -1;
        while (!cancelled && lines.next()) {
            long length = Math.min(lines.end() - lines.start(), LONGEST_TEXT);
            if (lines.start() < loaded || lines.start() + length > loadedEnd) {
                loaded = lines.start();
                int n = (int) Math.min(BLOCK, segment.bytes() - loaded);
                segment.data(ByteBuffer.wrap(block, 0, n), loaded);
                loadedEnd = loaded + n;
            }
            int from = (int) (lines.start() - loaded);
            int size = (int) length;
            if (size > 0 && block[from + size - 1] == '\n') {
                size--;
            }
            String text = new String(block, from, size, StandardCharsets.UTF_8);
            try {
                if (matcher.reset(new Watched(text)).find()) {
                    hit(lines);
                }
            } catch (CancelledMatch | StackOverflowError e) {
                // Cancelled, or an expression too deep for this line, which then doesn't match.
            }
            next = lines.line() + 1;
        }
    }

    /// A text that stops an expression which would take for ever.
    private final class Watched implements CharSequence {
        private final CharSequence text;
        private int looks;

        Watched(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if ((++looks & 0xFFF) == 0 && cancelled) {
                throw new CancelledMatch();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    private static final class CancelledMatch extends RuntimeException {
        private static final long serialVersionUID = 1;

        CancelledMatch() {
            super("cancelled", null, false, false);
        }
    }
}
