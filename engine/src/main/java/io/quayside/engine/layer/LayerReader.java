package io.quayside.engine.layer;

import io.quayside.engine.files.FilePaths;
import io.quayside.engine.files.TarEntry;
import io.quayside.engine.files.TarReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Reads the archives of layers. What is kept of all of them together is bounded.
final class LayerReader {
    private static final int MOST_ENTRIES = 5_000_000;
    private static final long MOST_TEXT = 512L << 20;
    private static final int GZIP = 0x1f8b;
    private static final int ZSTD = 0x28b5;

    private int entries;
    private long text;

    /// Too much for any real image.
    static final class TooMuchException extends IOException {
        TooMuchException() {
            super("The image has more files than can be kept in mind");
        }
    }

    /// Reads one; what is no archive is a layer with a problem.
    RawLayer read(BufferedInputStream in) throws TooMuchException {
        List<RawLayer.Entry> read = new ArrayList<>();
        try {
            int start = start(in);
            if (start == ZSTD) {
                return new RawLayer(read, "It is packed with zstd");
            }
            TarReader tar = new TarReader(start == GZIP ? new GZIPInputStream(in, 64 * 1024) : in);
            for (Optional<TarEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
                read.add(kept(entry.get()));
            }
            return new RawLayer(read, "");
        } catch (TooMuchException e) {
            throw e;
        } catch (IOException e) {
            return new RawLayer(read, String.valueOf(e.getMessage()));
        }
    }

    private static int start(InputStream in) throws IOException {
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        return start;
    }

    private RawLayer.Entry kept(TarEntry entry) throws TooMuchException {
        String path = FilePaths.normal(entry.name());
        text += path.length();
        if (++entries > MOST_ENTRIES || text > MOST_TEXT) {
            throw new TooMuchException();
        }
        return new RawLayer.Entry(path, entry.kind(), entry.size(), entry.mode(), entry.uid() << 32 ^ entry.gid());
    }
}
