package io.quayside.desktop.builds;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// The kept output of a build: pieces as they came, each with its step and its time. A file of a build that is at work,
/// or whose program died, may end in the middle of a piece; what comes before is good.
public final class OutputFile {
    /// What stands before the bytes of each piece: step, time in milliseconds, length.
    static final int HEAD = Integer.BYTES + Long.BYTES + Integer.BYTES;
    /// No piece is longer, so that none needs more memory than this to be read.
    static final int LONGEST = 64 * 1024;

    private static final int BLOCK = 256 * 1024;

    private final Path file;

    OutputFile(Path file) {
        this.file = file;
    }

    /// Hears of pieces. The buffer is used again.
    @FunctionalInterface
    public interface Sink {
        void piece(int step, Instant at, byte[] buffer, int length) throws IOException;
    }

    /// Reads everything from `from` on, as far as it is there. Blocks; any thread.
    ///
    /// @param from where a piece begins: 0, or what an earlier call returned
    /// @return where the next piece will begin
    public long read(long from, Sink sink) throws IOException {
        return read(new OutputSpan(from, Long.MAX_VALUE, 1), sink);
    }

    /// Reads the pieces of a part, of other steps too.
    public long read(OutputSpan part, Sink sink) throws IOException {
        if (part.isEmpty()) {
            return part.from();
        }
        long at = part.from();
        try (FileInputStream in = new FileInputStream(file.toFile())) {
            in.skipNBytes(part.from());
            DataInputStream data = new DataInputStream(new BufferedInputStream(in, BLOCK));
            byte[] buffer = new byte[LONGEST];
            while (at < part.to()) {
                int step = data.readInt();
                Instant time = Instant.ofEpochMilli(data.readLong());
                int length = data.readInt();
                if (length < 0 || length > LONGEST) {
                    return at; // not of ours: what follows can't be told apart
                }
                data.readFully(buffer, 0, length);
                sink.piece(step, time, buffer, length);
                at += HEAD + length;
            }
        } catch (EOFException e) {
            return at; // the piece isn't there yet, or never will be
        }
        return at;
    }
}
