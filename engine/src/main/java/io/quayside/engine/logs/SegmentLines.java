package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Walks over the lines of a segment by its index, a block at a time.
final class SegmentLines {
    private static final int BLOCK = 4096;

    private final LogSegment segment;
    private final long end;
    private final long dataEnd;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK * LogSegment.ENTRY);
    private long line;
    private long nextLoad;
    private long entry;
    private long time;
    private long following;
    private boolean primed;

    /// @param from the first line wanted
    /// @param to the line after the last
    SegmentLines(LogSegment segment, long from, long to) {
        this.segment = segment;
        // The end of the lines first: what is published later belongs to later lines.
        this.end = Math.min(to, segment.endLine());
        this.dataEnd = segment.bytes();
        this.line = Math.max(from, segment.firstLine()) - 1;
        this.nextLoad = line + 1;
        block.limit(0);
    }

    /// Moves to the next line; false at the end.
    boolean next() throws IOException {
        if (line + 1 >= end) {
            return false;
        }
        if (!primed) {
            load();
            following = block.getLong();
            primed = true;
        }
        line++;
        entry = following;
        time = block.getLong();
        if (!block.hasRemaining() && nextLoad < segment.endLine()) {
            load();
        }
        following = block.hasRemaining() ? block.getLong() : -1;
        return true;
    }

    private void load() throws IOException {
        block.clear();
        nextLoad += segment.entries(nextLoad, block);
        block.flip();
    }

    long line() {
        return line;
    }

    StreamType type() {
        return LogSegment.type(entry);
    }

    long time() {
        return time;
    }

    /// Where the bytes of the last line that is walked over end, or later.
    long lastEnd() throws IOException {
        if (end >= segment.endLine()) {
            return dataEnd;
        }
        ByteBuffer head = ByteBuffer.allocate(LogSegment.ENTRY);
        segment.entries(end, head);
        return LogSegment.place(head.getLong(0));
    }

    /// Where its bytes begin.
    long start() {
        return LogSegment.place(entry);
    }

    /// Where they end, the end of the line included.
    long end() {
        return following == -1 ? Math.max(dataEnd, start()) : LogSegment.place(following);
    }
}
