package io.quayside.desktop.ui.images;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// Archives that nobody would write by chance, as bytes.
final class ArchiveBytes {
    private ArchiveBytes() {}

    /// An entry of an archive: a file with these bytes, or a link to where the target says.
    record Entry(String path, byte[] bytes, String target) {
        Entry(String path, byte[] bytes) {
            this(path, bytes, "");
        }

        Entry(String path, String text) {
            this(path, text.getBytes(StandardCharsets.UTF_8));
        }

        static Entry link(String path, String target) {
            return new Entry(path, new byte[0], target);
        }
    }

    /// A layer that is small here and large when it is unpacked.
    ///
    /// @param packed its bytes
    /// @param digest of what they unpack to
    record Bomb(byte[] packed, String digest) {}

    static byte[] of(Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Entry entry : entries) {
                boolean link = !entry.target().isEmpty();
                TarArchiveEntry head = link
                        ? new TarArchiveEntry(entry.path(), TarArchiveEntry.LF_SYMLINK)
                        : new TarArchiveEntry(entry.path(), true);
                head.setLinkName(entry.target());
                head.setSize(entry.bytes().length);
                tar.putArchiveEntry(head);
                tar.write(entry.bytes());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// An archive as `docker save` writes it, of an image with one layer.
    ///
    /// @param layer where the manifest says that the layer is
    /// @param content what the layer is said to be
    static byte[] image(String reference, String layer, byte[] content, Entry... more) throws IOException {
        return imageOf(reference, layer, HexFormat.of().formatHex(sha256().digest(content)), more);
    }

    /// @param digest of the layer's content
    static byte[] imageOf(String reference, String layer, String digest, Entry... more) throws IOException {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry(
                        "config.json",
                        "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":{\"type\":\"layers\","
                                + "\"diff_ids\":[\"sha256:" + digest + "\"]}}"),
                new Entry(
                        "manifest.json",
                        "[{\"Config\":\"config.json\",\"RepoTags\":[\"" + reference + "\"],\"Layers\":[\"" + layer
                                + "\"]}]")));
        entries.addAll(List.of(more));
        return of(entries.toArray(Entry[]::new));
    }

    /// A layer with one file of zeros.
    static Bomb bomb(long size) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        DigestOutputStream plain = new DigestOutputStream(new GZIPOutputStream(packed), sha256());
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(plain)) {
            TarArchiveEntry entry = new TarArchiveEntry("zeros");
            entry.setSize(size);
            tar.putArchiveEntry(entry);
            zeros(tar, size);
            tar.closeArchiveEntry();
        }
        return new Bomb(
                packed.toByteArray(),
                HexFormat.of().formatHex(plain.getMessageDigest().digest()));
    }

    private static void zeros(OutputStream out, long size) throws IOException {
        byte[] block = new byte[1 << 20];
        for (long left = size; left > 0; left -= block.length) {
            out.write(block, 0, (int) Math.min(left, block.length));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
