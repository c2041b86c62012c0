package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks through lines of one segment at a time. One thread uses it.
final class SearchPart {
    private static final int BLOCK = 1 << 20;
    /// Enough for the lines that come while one looks.
    private static final int SMALL = 1 << 14;
    /// Of longer lines, only so much is searched by a regular expression.
    private static final int LONGEST_TEXT = 64 * 1024;

    private final Optional<ByteText> text;
    private final Optional<Matcher> matcher;
    private final BooleanSupplier cancelled;
    private final LineText line;
    private byte[] block = new byte[0];
    private long[] hits = new long[64];
    private int size;
    private long loaded;
    private long loadedEnd;

    SearchPart(LogPattern pattern, BooleanSupplier cancelled) {
        this.cancelled = cancelled;
        this.line = new LineText(cancelled);
        switch (pattern) {
            case LogPattern.Literal(String words) -> {
                byte[] lower = LogPattern.lowerBytes(words);
                text = lower.length == 0 ? Optional.empty() : Optional.of(new ByteText(lower));
                matcher = Optional.empty();
            }
            case LogPattern.Regex(Pattern regex) -> {
                text = RequiredText.of(regex.pattern());
                matcher = Optional.of(regex.matcher(""));
            }
        }
    }

    /// The lines that match, from one up to another.
    long[] run(LogSegment segment, long from, long to) throws IOException {
        size = 0;
        loaded = 0;
        loadedEnd = -1;
        SegmentLines lines = new SegmentLines(segment, from, to);
        if (text.isPresent()) {
            literal(segment, lines, text.get());
        } else if (matcher.isPresent()) {
            while (!cancelled.getAsBoolean() && lines.next()) {
                take(segment, lines);
            }
        }
        return Arrays.copyOf(hits, size);
    }

    /// A line that has the text, if one is looked for.
    private void take(LogSegment segment, SegmentLines lines) throws IOException {
        if (lines.type() == StreamType.SYSTEM || (matcher.isPresent() && !matches(segment, lines, matcher.get()))) {
            return;
        }
        if (size == hits.length) {
            hits = Arrays.copyOf(hits, size * 2);
        }
        hits[size++] = lines.line();
    }

    /// Scans the bytes in large blocks that overlap by the text's length, and walks over the lines beside it.
    private void literal(LogSegment segment, SegmentLines lines, ByteText wanted) throws IOException {
        boolean there = lines.next();
        if (!there) {
            return;
        }
        long at = lines.start();
        long end = lines.lastEnd();
        while (there && at < end && !cancelled.getAsBoolean()) {
            int length = (int) Math.min(BLOCK, end - at);
            load(segment, at, length);
            int place = wanted.indexIn(block, 0, length);
            while (place >= 0 && there) {
                long match = at + place;
                while (there && lines.end() <= match) {
                    there = lines.next();
                }
                if (!there) {
                    return; // it is in a line that came after the walk began
                }
                int from;
                if (match < lines.start()) {
                    from = (int) Math.min(length, lines.start() - at); // another one in a line that was looked at
                } else if (match + wanted.length() <= lines.end()) {
                    take(segment, lines);
                    from = (int) Math.min(length, Math.max(lines.end() - at, place + 1));
                    there = lines.next();
                    if (loaded != at || loadedEnd != at + length) {
                        load(segment, at, length);
                    }
                } else {
                    from = place + 1; // it goes over the end of the line
                }
                place = from >= length ? -1 : wanted.indexIn(block, from, length);
            }
            at += at + length >= end ? length : length - wanted.length() + 1;
        }
    }

    private boolean matches(LogSegment segment, SegmentLines lines, Matcher regex) throws IOException {
        int count = (int) Math.min(lines.end() - lines.start(), LONGEST_TEXT);
        if (lines.start() < loaded || lines.start() + count > loadedEnd) {
            load(segment, lines.start(), (int) Math.min(BLOCK, segment.bytes() - lines.start()));
        }
        int from = (int) (lines.start() - loaded);
        if (count > 0 && block[from + count - 1] == '\n') {
            count--;
        }
        try {
            return regex.reset(line.set(block, from, count)).find();
        } catch (LineText.CancelledMatch | StackOverflowError e) {
            return false; // cancelled, or an expression too deep for this line, which then doesn't match
        }
    }

    private void load(LogSegment segment, long place, int length) throws IOException {
        if (block.length < length) {
            block = new byte[length <= SMALL ? SMALL : BLOCK];
        }
        segment.data(ByteBuffer.wrap(block, 0, length), place);
        loaded = place;
        loadedEnd = place + length;
    }
}
