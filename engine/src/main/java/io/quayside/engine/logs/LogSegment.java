package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A part of a container's output: a file of bytes, and a file with 16 bytes for each line, its place with its stream
/// and its time. One thread writes; any thread reads what was published.
final class LogSegment implements AutoCloseable {
    static final int ENTRY = 16;

    private static final int TYPE_SHIFT = 56;
    private static final long CONTINUED = 1L << 60;
    private static final long PLACE = (1L << 48) - 1;
    private static final FileAttribute<?>[] PRIVATE = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private final Path dataFile;
    private final Path indexFile;
    private final FileChannel data;
    private final FileChannel index;
    private final long firstLine;
    private final LogBuffers buffers;
    private long writtenLines;
    private long writtenBytes;
    private boolean writtenEscapes;
    private volatile boolean escapes;
    private volatile long lines;
    private volatile long bytes;

    LogSegment(Path folder, long firstLine, LogBuffers buffers) throws IOException {
        this.firstLine = firstLine;
        this.buffers = buffers;
        this.dataFile = folder.resolve(firstLine + ".log");
        this.indexFile = folder.resolve(firstLine + ".index");
        this.data = create(dataFile);
        this.index = create(indexFile);
    }

    private static FileChannel create(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                posix ? PRIVATE : new FileAttribute<?>[0]);
    }

    long firstLine() {
        return firstLine;
    }

    /// The line after the last published one.
    long endLine() {
        return firstLine + lines;
    }

    long bytes() {
        return bytes;
    }

    /// Whether there are escape sequences among the published bytes.
    boolean hasEscapes() {
        return escapes;
    }

    /// What it takes on disk.
    long size() {
        return bytes + lines * ENTRY;
    }

    // Writing: one thread.

    long written() {
        return writtenBytes;
    }

    void begin(StreamType type, long timeNanos, boolean continued) throws IOException {
        ByteBuffer out = buffers.index();
        if (out.remaining() < ENTRY) {
            flush();
        }
        out.putLong(writtenBytes | (long) code(type) << TYPE_SHIFT | (continued ? CONTINUED : 0));
        out.putLong(timeNanos);
        writtenLines++;
    }

    void append(byte[] from, int offset, int length) throws IOException {
        writtenEscapes = writtenEscapes || Escapes.in(from, offset, length);
        ByteBuffer out = buffers.data();
        int done = 0;
        while (done < length) {
            if (!out.hasRemaining()) {
                flush();
            }
            int n = Math.min(out.remaining(), length - done);
            out.put(from, offset + done, n);
            done += n;
            writtenBytes += n;
        }
    }

    /// Writes what was gathered and lets readers see it.
    void flush() throws IOException {
        drain(buffers.data(), data, writtenBytes);
        drain(buffers.index(), index, writtenLines * ENTRY);
        escapes = writtenEscapes;
        bytes = writtenBytes;
        lines = writtenLines;
    }

    private static void drain(ByteBuffer from, FileChannel to, long end) throws IOException {
        from.flip();
        long place = end - from.remaining();
        while (from.hasRemaining()) {
            place += to.write(from, place);
        }
        from.clear();
    }

    // Reading: any thread.

    /// Reads entries of the index, as many as fit.
    int entries(long line, ByteBuffer into) throws IOException {
        int wanted = (int) Math.min(into.remaining() / ENTRY, endLine() - line);
        into.limit(into.position() + wanted * ENTRY);
        readFully(index, into, (line - firstLine) * ENTRY);
        return wanted;
    }

    static long place(long entry) {
        return entry & PLACE;
    }

    static StreamType type(long entry) {
        return ofCode((int) (entry >>> TYPE_SHIFT) & 3);
    }

    /// The stream with this code.
    static StreamType ofCode(int code) {
        return switch (code) {
            case 1 -> StreamType.STDOUT;
            case 2 -> StreamType.STDERR;
            case 3 -> StreamType.SYSTEM;
            default -> StreamType.STDIN;
        };
    }

    static int code(StreamType type) {
        return switch (type) {
            case STDIN -> 0;
            case STDOUT -> 1;
            case STDERR -> 2;
            case SYSTEM -> 3;
        };
    }

    static boolean isContinued(long entry) {
        return (entry & CONTINUED) != 0;
    }

    /// Reads bytes of the output until the buffer is full or they end.
    void data(ByteBuffer into, long place) throws IOException {
        readFully(data, into, place);
    }

    private static void readFully(FileChannel from, ByteBuffer into, long place) throws IOException {
        long at = place;
        while (into.hasRemaining()) {
            int n = from.read(into, at);
            if (n < 0) {
                return;
            }
            at += n;
        }
    }

    /// One line, at most `most` bytes of it.
    StoredLine line(long number, int most) throws IOException {
        boolean last = number + 1 == endLine();
        long dataEnd = bytes;
        ByteBuffer entry = ByteBuffer.allocate(last ? ENTRY : 2 * ENTRY);
        readFully(index, entry, (number - firstLine) * ENTRY);
        long head = entry.getLong(0);
        long start = place(head);
        long end = last ? Math.max(dataEnd, start) : place(entry.getLong(ENTRY));
        ByteBuffer text = ByteBuffer.allocate((int) Math.min(most + 2L, end - start));
        readFully(data, text, start);
        long length = end - start;
        int held = text.position();
        if (length > 0 && held == length && text.get(held - 1) == '\n') {
            held--;
            length--;
        } else if (length > held) {
            ByteBuffer one = ByteBuffer.allocate(1);
            readFully(data, one, end - 1);
            length -= one.get(0) == '\n' ? 1 : 0;
        }
        byte[] kept = new byte[Math.min(held, most)];
        text.get(0, kept);
        return new StoredLine(number, type(head), entry.getLong(8), isContinued(head), kept, length);
    }

    @Override
    public void close() throws IOException {
        data.close();
        index.close();
        Files.deleteIfExists(dataFile);
        Files.deleteIfExists(indexFile);
    }
}
