package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
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

    private final Optional<AnyText> text;
    private final Optional<Matcher> matcher;
    private final BooleanSupplier cancelled;
    private final LineText line;
    private byte[] block = new byte[0];
    private FoundLines found = new FoundLines();
    private long loaded;
    private long loadedEnd;

    SearchPart(LogPattern pattern, BooleanSupplier cancelled) {
        this.cancelled = cancelled;
        this.line = new LineText(cancelled);
        switch (pattern) {
            case LogPattern.Literal(String words) -> {
                byte[] lower = LogPattern.lowerBytes(words);
                text = lower.length == 0 ? Optional.empty() : Optional.of(new AnyText(List.of(new ByteText(lower))));
                matcher = Optional.empty();
            }
            case LogPattern.Regex(Pattern regex) -> {
                text = RequiredText.of(regex.pattern());
                matcher = Optional.of(regex.matcher(""));
            }
        }
    }

    /// The lines that match, from one up to another.
    FoundLines run(LogSegment segment, long from, long to) throws IOException {
        found = new FoundLines();
        loaded = 0;
        loadedEnd = -1;
        SegmentLines lines = new SegmentLines(segment, from, to);
        if (text.isPresent() && !segment.hasEscapes()) {
            literal(segment, lines, text.get());
        } else if (text.isPresent() || matcher.isPresent()) {
            while (!cancelled.getAsBoolean() && lines.next()) {
                oneLine(segment, lines);
            }
        }
        return found;
    }

    private void oneLine(LogSegment segment, SegmentLines lines) throws IOException {
        if (matcher.isEmpty() && lines.end() - lines.start() > LONGEST_TEXT) {
            // Of so long a line the bytes count as they are.
            literal(segment, new SegmentLines(segment, lines.line(), lines.line() + 1), text.orElseThrow());
        } else {
            take(lines, lines.type() == StreamType.SYSTEM ? 0 : matches(segment, lines));
        }
    }

    private void take(SegmentLines lines, int matches) {
        if (matches > 0 && lines.type() != StreamType.SYSTEM) {
            found.add(lines.line(), matches);
        }
    }

    /// Scans the bytes in large blocks that overlap by the longest text's length, and walks over the lines beside it.
    /// There are
    /// no escape sequences among them.
    private void literal(LogSegment segment, SegmentLines lines, AnyText wanted) throws IOException {
        boolean there = lines.next();
        if (!there) {
            return;
        }
        long at = lines.start();
        long end = lines.lastEnd();
        long behind = at; // the last match, or the last line that an expression was tried on
        int matches = 0;
        while (there && at < end && !cancelled.getAsBoolean()) {
            int length = (int) Math.min(BLOCK, end - at);
            load(segment, at, length);
            wanted.restart();
            int place = wanted.nextIn(block, Math.clamp(behind - at, 0, length), length);
            while (place >= 0 && there) {
                long match = at + place;
                if (lines.end() <= match) {
                    take(lines, matches);
                    matches = 0;
                }
                while (there && lines.end() <= match) {
                    there = lines.next();
                }
                if (!there) {
                    return; // it is in a line that came after the walk began
                }
                if (match + wanted.length() > lines.end()) {
                    behind = match + 1; // it goes over the end of the line
                } else if (matcher.isEmpty()) {
                    behind = match + wanted.length();
                    matches++;
                } else {
                    behind = lines.end();
                    matches = matches(segment, lines);
                    if (loaded != at || loadedEnd != at + length) {
                        load(segment, at, length);
                    }
                }
                place = behind - at >= length ? -1 : wanted.nextIn(block, (int) (behind - at), length);
            }
            at += at + length >= end ? length : length - wanted.longest() + 1;
        }
        take(lines, matches);
    }

    /// How often a line matches, as far as it is looked at, in what is left of it without escape sequences.
    private int matches(LogSegment segment, SegmentLines lines) throws IOException {
        int count = (int) Math.min(lines.end() - lines.start(), LONGEST_TEXT);
        if (lines.start() < loaded || lines.start() + count > loadedEnd) {
            load(segment, lines.start(), (int) Math.min(BLOCK, segment.bytes() - lines.start()));
        }
        byte[] bytes = block;
        int from = (int) (lines.start() - loaded);
        if (count > 0 && bytes[from + count - 1] == '\n') {
            count--;
        }
        if (segment.hasEscapes() && Escapes.in(bytes, from, count)) {
            bytes = Escapes.strip(bytes, from, count);
            from = 0;
            count = bytes.length;
        }
        if (matcher.isEmpty()) {
            return text.orElseThrow().countIn(bytes, from, from + count);
        }
        boolean hopeless = text.isPresent() && !text.get().isIn(bytes, from, from + count);
        return hopeless ? 0 : matches(matcher.get(), line.set(bytes, from, count));
    }

    /// What an expression finds that is as long as nothing can't be marked, but the line matches.
    private static int matches(Matcher regex, LineText line) {
        try {
            regex.reset(line);
            if (!regex.find()) {
                return 0;
            }
            int count = 0;
            do {
                count += regex.end() > regex.start() ? 1 : 0;
            } while (count < Character.MAX_VALUE && regex.find());
            return Math.max(1, count);
        } catch (LineText.CancelledMatch | StackOverflowError e) {
            return 0; // cancelled, or an expression too deep for this line, which then doesn't match
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
