package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What one container printed, on disk. Lines keep their numbers when the oldest ones are dropped to stay within the
/// bound of the shelf.
///
/// One thread writes, through a [LogFollower]. Any thread reads, at any time, without waiting for the writer; it must
/// not
/// be interrupted while it does, as that closes the files.
public final class LogStore implements LogLines {
    private static final int COPY = 256 * 1024;
    /// How often the shelf looks whether it holds too much.
    private static final int TOLD_PER_SEGMENT = 8;

    private final LogShelf shelf;
    private final Path folder;
    private final long segmentBytes;
    private final LogBuffers buffers = LogBuffers.create();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<LogSegment> segments = List.of();
    private volatile long nextLine;
    private volatile long touched = System.nanoTime();
    private long sinceTold; // the writer's
    private boolean closed; // guarded by this

    LogStore(LogShelf shelf, Path folder, long segmentBytes) {
        this.shelf = shelf;
        this.folder = folder;
        this.segmentBytes = segmentBytes;
    }

    @Override
    public long firstLine() {
        List<LogSegment> now = segments;
        return now.isEmpty() ? nextLine : now.getFirst().firstLine();
    }

    @Override
    public long endLine() {
        List<LogSegment> now = segments;
        return now.isEmpty() ? nextLine : now.getLast().endLine();
    }

    @Override
    public long bytes() {
        return segments.stream().mapToLong(LogSegment::bytes).sum();
    }

    /// Calls `listener` on the writer's thread after each batch of new lines, until what is returned is run.
    public Runnable onGrowth(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public List<StoredLine> read(long from, int count, int most) throws IOException {
        List<StoredLine> lines = new ArrayList<>(count);
        for (LogSegment segment : segments) {
            long end = Math.min(segment.endLine(), from + count);
            for (long line = Math.max(from, segment.firstLine()); line < end; line++) {
                try {
                    lines.add(segment.line(line, most));
                } catch (ClosedChannelException e) {
                    break; // dropped meanwhile
                }
            }
        }
        return lines;
    }

    @Override
    public void copyTo(OutputStream out, long from, long to) throws IOException {
        byte[] block = new byte[COPY];
        for (LogSegment segment : segments) {
            SegmentLines lines = new SegmentLines(segment, from, to);
            while (lines.next()) {
                if (lines.type() != StreamType.SYSTEM) {
                    copy(segment, lines.start(), lines.end(), block, out);
                }
            }
        }
    }

    private static void copy(LogSegment segment, long start, long end, byte[] block, OutputStream out)
            throws IOException {
        for (long at = start; at < end; at += block.length) {
            int n = (int) Math.min(block.length, end - at);
            segment.data(ByteBuffer.wrap(block, 0, n), at);
            out.write(block, 0, n);
        }
    }

    @Override
    public long lineAt(long timeNanos) throws IOException {
        long low = firstLine();
        long high = endLine();
        while (low < high) {
            long middle = (low + high) >>> 1;
            boolean before =
                    read(middle, 0).map(line -> line.timeNanos() < timeNanos).orElse(true);
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    List<LogSegment> segments() {
        return segments;
    }

    // For the shelf.

    long size() {
        return segments.stream().mapToLong(LogSegment::size).sum();
    }

    long touched() {
        return touched;
    }

    void touch() {
        touched = System.nanoTime();
    }

    /// Drops the oldest part. Returns whether there was one that isn't written to any more.
    ///
    /// @param all whether the part that is written to last may go too
    synchronized boolean dropOldest(boolean all) throws IOException {
        List<LogSegment> now = segments;
        if (now.isEmpty() || (now.size() == 1 && !all)) {
            return false;
        }
        nextLine = now.getLast().endLine();
        segments = List.copyOf(now.subList(1, now.size()));
        now.getFirst().close();
        return true;
    }

    synchronized void close() throws IOException {
        closed = true;
        while (dropOldest(true)) {
            // each one
        }
        Files.deleteIfExists(folder);
    }

    // For the writer.

    /// A line begins.
    void begin(StreamType type, long timeNanos, boolean continued) throws IOException {
        LogSegment last = segments.isEmpty() ? null : segments.getLast();
        if (last == null || last.written() >= segmentBytes) {
            last = roll(last);
        }
        last.begin(type, timeNanos, continued);
        sinceTold += LogSegment.ENTRY;
    }

    void append(byte[] from, int offset, int length) throws IOException {
        segments.getLast().append(from, offset, length);
        sinceTold += length;
    }

    /// What was written so far can be read.
    void publish() throws IOException {
        List<LogSegment> now = segments;
        if (now.isEmpty()) {
            return;
        }
        now.getLast().flush();
        touch();
        // Lines may come one by one, and asking all stores for their size each time costs more than the line.
        if (sinceTold >= segmentBytes / TOLD_PER_SEGMENT) {
            sinceTold = 0;
            shelf.grew(this);
        }
        listeners.forEach(Runnable::run);
    }

    private synchronized LogSegment roll(@org.jspecify.annotations.Nullable LogSegment last) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        if (last != null) {
            last.flush();
        }
        Files.createDirectories(folder);
        LogSegment next = new LogSegment(folder, last == null ? nextLine : last.endLine(), buffers);
        List<LogSegment> all = new ArrayList<>(segments);
        all.add(next);
        segments = List.copyOf(all);
        return next;
    }
}
