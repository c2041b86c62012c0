package io.quayside.engine.layer;

import io.quayside.engine.files.FileKind;
import io.quayside.engine.files.FilePaths;
import io.quayside.engine.files.TarEntry;
import io.quayside.engine.files.TarReader;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Takes an archive of an image apart. Which of its files are layers, and in which order, it says only at its end, so
/// all that look like one are read as they come.
final class SavedImage {
    private static final int LONGEST_DOCUMENT = 8 << 20;
    private static final int MOST_DOCUMENTS = 1000;
    private static final int MOST_LINKS = 10_000;
    private static final String UNREADABLE = "The archive isn't one of an image";

    private final LayerReader reader = new LayerReader();
    private final Map<String, RawLayer> layers = new HashMap<>();
    private final Map<String, byte[]> documents = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    ImageContents read(InputStream archive, LongConsumer progress) throws IOException {
        TarReader tar = new TarReader(counted(archive, progress));
        for (Optional<TarEntry> entry = tar.next(); entry.isPresent(); entry = tar.next()) {
            readFile(tar, entry.get());
        }
        return contents(SavedManifest.read(documents));
    }

    private static InputStream counted(InputStream archive, LongConsumer progress) {
        return new FilterInputStream(archive) {
            private long count;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int n = in.read(into, offset, length);
                count += Math.max(n, 0);
                progress.accept(count);
                return n;
            }
        };
    }

    private void readFile(TarReader tar, TarEntry entry) throws IOException {
        String name = FilePaths.normal(entry.name());
        if (entry.kind() == FileKind.LINK || entry.isHardLink()) {
            if (links.size() < MOST_LINKS) {
                links.put(
                        name,
                        entry.isHardLink()
                                ? FilePaths.normal(entry.linkName())
                                : FilePaths.target(name, entry.linkName()));
            }
            return;
        }
        if (entry.kind() != FileKind.FILE || entry.size() == 0) {
            return;
        }
        BufferedInputStream content = new BufferedInputStream(new EntryStream(tar), 64 * 1024);
        content.mark(1);
        int first = content.read();
        content.reset();
        if (first != '{' && first != '[') {
            layers.put(name, reader.read(content));
        } else if (entry.size() <= LONGEST_DOCUMENT && documents.size() < MOST_DOCUMENTS) {
            documents.put(name, content.readAllBytes());
        }
    }

    private ImageContents contents(SavedManifest manifest) throws IOException {
        List<RawLayer> raw = new ArrayList<>();
        for (String name : manifest.layers()) {
            raw.add(layer(name));
        }
        LayerStack stack = new LayerStack();
        List<ImageLayer> read = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            RawLayer layer = raw.get(i);
            long size = layer.entries().stream().mapToLong(RawLayer.Entry::size).sum();
            read.add(
                    new ImageLayer(manifest.diffId(i), manifest.createdBy(i), size, stack.add(layer), layer.problem()));
        }
        return new ImageContents(List.copyOf(read), stack.wasted());
    }

    /// A layer that two images or two places of one have is kept once, with links.
    private RawLayer layer(String name) throws IOException {
        String at = FilePaths.normal(name);
        for (int i = 0; i < 10; i++) {
            RawLayer layer = layers.get(at);
            if (layer != null) {
                return layer;
            }
            String next = links.get(at);
            if (next == null) {
                break;
            }
            at = next;
        }
        throw new IOException(UNREADABLE + ": a layer is missing");
    }

    /// The content of the entry that the reader stands at.
    private static final class EntryStream extends InputStream {
        private final TarReader tar;

        EntryStream(TarReader tar) {
            this.tar = tar;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return tar.read(into, offset, length);
        }
    }

    static IOException unreadable() {
        return new IOException(UNREADABLE);
    }
}
