package io.quayside.engine.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.files.FileKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

class ImageContentsTest {
    private static final String CONFIG = """
            {"rootfs":{"diff_ids":["sha256:1","sha256:2"]},
             "history":[{"created_by":"ADD base"},{"created_by":"ENV A=1","empty_layer":true},{"created_by":"RUN rm"}]}
            """;

    /// Writes an archive: a name that ends with a slash is a folder, one with ` -> ` a link.
    private static byte[] tar(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (int i = 0; i < namesAndContents.length; i += 2) {
                String name = (String) namesAndContents[i];
                byte[] content = namesAndContents[i + 1] instanceof byte[] given
                        ? given
                        : ((String) namesAndContents[i + 1]).getBytes(StandardCharsets.UTF_8);
                int arrow = name.indexOf(" -> ");
                TarArchiveEntry entry = arrow < 0
                        ? new TarArchiveEntry(name)
                        : new TarArchiveEntry(name.substring(0, arrow), TarConstants.LF_SYMLINK);
                if (arrow < 0) {
                    entry.setSize(content.length);
                } else {
                    entry.setLinkName(name.substring(arrow + 4));
                }
                tar.putArchiveEntry(entry);
                if (arrow < 0) {
                    tar.write(content);
                }
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static ImageContents read(byte[] archive) throws IOException {
        return ImageContents.read(new ByteArrayInputStream(archive), count -> {});
    }

    private static byte[] base() throws IOException {
        return tar(
                "etc/",
                "",
                "etc/passwd",
                "root",
                "etc/keep",
                "1234567",
                "www/",
                "",
                "www/a",
                "12345",
                "www/b/",
                "",
                "www/b/c",
                "123");
    }

    private static byte[] docker(byte[] one, byte[] two) throws IOException {
        return tar(
                "aa/layer.tar",
                one,
                "aa/VERSION",
                "1.0",
                "bb/layer.tar",
                two,
                "cc.json",
                CONFIG,
                "manifest.json",
                "[{\"Config\":\"cc.json\",\"RepoTags\":null,\"Layers\":[\"aa/layer.tar\",\"bb/layer.tar\"]}]");
    }

    private static String files(ImageLayer layer) {
        StringBuilder text = new StringBuilder();
        for (LayerFile file : layer.files()) {
            text.append(file.change().name().charAt(0)).append(file.path());
            text.append(file.kind() == FileKind.FOLDER ? "/ " : " ");
        }
        return text.toString().strip();
    }

    @Test
    void layersTellWhatTheyAddChangeAndRemove() throws Exception {
        ImageContents contents = read(docker(
                base(),
                tar("etc/", "", "etc/passwd", "root2", "etc/new", "x", "www/", "", "www/.wh.a", "", "www/.wh.b", "")));

        assertEquals(
                List.of("ADD base", "RUN rm"),
                contents.layers().stream().map(ImageLayer::createdBy).toList());
        assertEquals(
                List.of("sha256:1", "sha256:2"),
                contents.layers().stream().map(ImageLayer::diffId).toList());
        assertEquals(
                "A/etc/ A/etc/keep A/etc/passwd A/www/ A/www/a A/www/b/ A/www/b/c",
                files(contents.layers().getFirst()));
        assertEquals(
                "A/etc/new C/etc/passwd R/www/a R/www/b/ R/www/b/c",
                files(contents.layers().getLast()));
        assertEquals(19, contents.layers().getFirst().size());
        assertEquals(
                List.of(
                        new WastedSpace("/www/a", 5, 1, true),
                        new WastedSpace("/etc/passwd", 4, 1, false),
                        new WastedSpace("/www/b/c", 3, 1, true)),
                contents.wasted());
        assertEquals(12, contents.wastedBytes());
        assertEquals(25, contents.size());
        assertTrue(contents.layers().stream().allMatch(layer -> layer.problem().isEmpty()));
    }

    @Test
    void opaqueFolderHidesAllBelowAndKeepsWhatIsNew() throws Exception {
        ImageContents contents = read(docker(
                base(), tar("www/", "", "www/new", "1", "www/.wh..wh..opq", "", "www/a", "2", ".wh..wh.plnk", "")));

        assertEquals(
                "C/www/a R/www/b/ R/www/b/c A/www/new", files(contents.layers().getLast()));
    }

    @Test
    void fileInPlaceOfAFolderRemovesWhatWasInIt() throws Exception {
        ImageContents contents =
                read(docker(base(), tar(".wh.www", "", "www", "now a file", "etc/passwd -> keep", "")));

        assertEquals(
                "C/etc/passwd C/www R/www/a R/www/b/ R/www/b/c",
                files(contents.layers().getLast()));
    }

    @Test
    void folderWithOtherRightsIsAChange() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            TarArchiveEntry entry = new TarArchiveEntry("etc/");
            entry.setMode(0700);
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }

        assertEquals(
                "C/etc/",
                files(read(docker(base(), bytes.toByteArray())).layers().getLast()));
    }

    @Test
    void layoutOfOciIsRead() throws Exception {
        ImageContents contents = read(tar(
                "oci-layout",
                "{}",
                "index.json",
                "{\"manifests\":[{\"digest\":\"sha256:i\"}]}",
                "blobs/sha256/i",
                "{\"manifests\":[{\"digest\":\"sha256:m\"}]}",
                "blobs/sha256/m",
                "{\"config\":{\"digest\":\"sha256:c\"},\"layers\":[{\"digest\":\"sha256:l1\"},{\"digest\":\"sha256:l2\"}]}",
                "blobs/sha256/l2",
                gzip(tar("etc/.wh.keep", "")),
                "blobs/sha256/l1",
                gzip(base()),
                "blobs/sha256/c",
                CONFIG));

        assertEquals("R/etc/keep", files(contents.layers().getLast()));
        assertEquals("RUN rm", contents.layers().getLast().createdBy());
    }

    @Test
    void layerThatIsKeptOnceIsFoundByItsLinks() throws Exception {
        ImageContents contents = read(tar(
                "aa/layer.tar", base(),
                "bb/layer.tar -> ../aa/layer.tar", "",
                "manifest.json", "[{\"Config\":\"none\",\"Layers\":[\"aa/layer.tar\",\"bb/layer.tar\"]}]"));

        assertEquals(
                "C/etc/keep C/etc/passwd C/www/a C/www/b/c",
                files(contents.layers().getLast()));
        assertEquals("", contents.layers().getLast().createdBy());
    }

    @Test
    void damagedLayerHidesNoOther() throws Exception {
        byte[] cut = Arrays.copyOf(base(), 700);
        ImageContents contents = read(docker(cut, tar("x", "1")));

        assertFalse(contents.layers().getFirst().problem().isEmpty());
        assertEquals("A/x", files(contents.layers().getLast()));
        assertEquals(
                "It is packed with zstd",
                read(docker(new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd}, tar("x", "1")))
                        .layers()
                        .getFirst()
                        .problem());
    }

    @Test
    void namesCantClimbOutOfTheImage() throws Exception {
        ImageContents contents =
                read(docker(base(), tar("../../../etc/keep", "x", "/www/../../abs", "y", ".wh..", "", "etc/.wh.", "")));

        assertEquals("A/abs C/etc/keep", files(contents.layers().getLast()));
    }

    @Test
    void whatIsNoImageIsAnError() throws Exception {
        assertThrows(IOException.class, () -> read(tar("a", "b")));
        assertThrows(IOException.class, () -> read(tar("manifest.json", "[{\"Layers\":[\"none\"]}]")));
        assertThrows(IOException.class, () -> read(tar("manifest.json", "[{\"Layers\":")));
        assertThrows(IOException.class, () -> read(tar("manifest.json", "[".repeat(100_000))));
        assertThrows(
                IOException.class,
                () -> read(tar(
                        "index.json",
                        "{\"manifests\":[{\"digest\":\"sha256:i\"}]}",
                        "blobs/sha256/i",
                        "{\"manifests\":[{\"digest\":\"sha256:i\"}]}")));
        assertThrows(
                IOException.class,
                () -> read(tar("a -> b", "", "b -> a", "", "manifest.json", "[{\"Layers\":[\"a\"]}]")));
    }

    @Test
    void whateverIsBrokenEndsWithAnAnswerOrATypedFailure() throws Exception {
        byte[] whole = docker(gzip(base()), tar("etc/", "", "etc/.wh.keep", "", "n".repeat(300), "x"));
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] broken = i % 3 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int flips = 0; flips < i % 4 && broken.length > 0; flips++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                read += read(broken).layers().size();
            } catch (IOException e) {
                assertFalse(String.valueOf(e.getMessage()).isEmpty());
            }
        }
        assertTrue(read > 0);
    }

    @Test
    void progressCountsTheBytes() throws Exception {
        byte[] archive = docker(base(), tar("x", "1"));
        AtomicLong last = new AtomicLong();

        ImageContents.read(new ByteArrayInputStream(archive), last::set);

        assertTrue(last.get() > archive.length / 2 && last.get() <= archive.length, last::toString);
    }
}
