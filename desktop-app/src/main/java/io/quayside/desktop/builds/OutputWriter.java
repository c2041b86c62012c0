package io.quayside.desktop.builds;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps the output of a build while it is at work, see [OutputFile]. One thread writes, the builder's;
/// any asks how much. It may be interrupted: a stream of the old kind isn't closed by that.
final class OutputWriter implements Closeable {
    /// What a build may keep: one that prints without end must not fill the disk.
    static final long MOST = 512L << 20;

    private final FileOutputStream out;
    private final long most;
    private long place;
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean cut;

    OutputWriter(Path file, long most) throws IOException {
        this.out = new FileOutputStream(file.toFile());
        this.most = most;
    }

    /// Keeps a text. Returns where it is, empty if there is no room for it any more.
    OutputSpan write(int step, Instant at, String text) throws IOException {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        bytes.addAndGet(all.length);
        if (cut || place + all.length > most) {
            cut = true;
            return OutputSpan.NONE;
        }
        long from = place;
        for (int start = 0; start < all.length; start += OutputFile.LONGEST) {
            int length = Math.min(OutputFile.LONGEST, all.length - start);
            ByteBuffer piece = ByteBuffer.allocate(OutputFile.HEAD + length)
                    .putInt(step)
                    .putLong(at.toEpochMilli())
                    .putInt(length)
                    .put(all, start, length);
            out.write(piece.array());
            place += OutputFile.HEAD + length;
        }
        return new OutputSpan(from, place, all.length);
    }

    /// How much the steps printed, kept or not.
    long bytes() {
        return bytes.get();
    }

    boolean isCut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
