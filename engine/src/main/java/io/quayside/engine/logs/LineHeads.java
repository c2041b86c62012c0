package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Walks over what is known of a store's lines without their text, up to the end that there was when it began. One
/// thread uses it.
final class LineHeads {
    private final Iterator<LogSegment> segments;
    private final long from;
    private @Nullable SegmentLines lines;
    private long line;

    LineHeads(LogStore store, long from) {
        this.segments = store.segments().iterator();
        this.from = from;
        this.line = from - 1;
    }

    /// Moves to the next line; false at the end.
    ///
    /// @throws ClosedChannelException when lines were dropped that come next
    boolean next() throws IOException {
        while (lines == null || !lines.next()) {
            if (!segments.hasNext()) {
                return false;
            }
            LogSegment segment = segments.next();
            lines = segment.endLine() > from ? new SegmentLines(segment, from, Long.MAX_VALUE) : null;
        }
        if (lines.line() != line + 1) {
            throw new ClosedChannelException();
        }
        line = lines.line();
        return true;
    }

    long line() {
        return line;
    }

    long time() {
        return current().time();
    }

    StreamType type() {
        return current().type();
    }

    private SegmentLines current() {
        if (lines == null) {
            throw new IllegalStateException("Not on a line");
        }
        return lines;
    }
}
