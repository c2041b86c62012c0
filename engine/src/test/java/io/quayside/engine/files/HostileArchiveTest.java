package io.quayside.engine.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.model.PathStat;
import io.quayside.engine.stream.ArchiveStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives that want out of the folder they are unpacked in, or make no sense.
class HostileArchiveTest {
    @TempDir
    private Path temp;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    @Test
    void namesThatClimbStayInside() throws Exception {
        file("../up", "1");
        file("/absolute", "2");
        file("a/../../b", "3");
        file("a/./c", "4");

        Downloaded all = unpack();

        assertEquals(List.of("a", "a/b", "a/c", "absolute", "up"), inside());
        assertEquals(4, all.files());
    }

    @Test
    void nothingIsWrittenThroughLinks() throws Exception {
        Path outside = Files.createDirectory(temp.resolve("outside"));
        Path victim = Files.writeString(outside.resolve("victim"), "untouched");
        link("dir", outside.toString());
        file("dir/new", "x");
        link("file", victim.toString());
        file("file", "y");
        link("dir/deep", outside.toString());
        hardLink("hard", outside.resolve("victim").toString());
        hardLink("hard2", "../outside/victim");
        hardLink("hard3", "dir/victim");
        file("hard", "z");

        Downloaded all = unpack();

        assertEquals("untouched", Files.readString(victim));
        try (Stream<Path> list = Files.list(outside)) {
            assertEquals(List.of(victim), list.toList());
        }
        Path root = temp.resolve("in");
        assertTrue(Files.isDirectory(root.resolve("dir"), LinkOption.NOFOLLOW_LINKS));
        assertEquals("x", Files.readString(root.resolve("dir/new")));
        assertFalse(Files.isSymbolicLink(root.resolve("file")));
        assertEquals("y", Files.readString(root.resolve("file")));
        assertEquals("z", Files.readString(root.resolve("hard")));
        assertEquals(List.of("hard", "hard2", "hard3"), all.skipped());
    }

    @Test
    void devicesAreSkippedAndSetUidIsDropped() throws Exception {
        for (byte type : new byte[] {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO, 'S', 'V', 'z'}) {
            tar.putArchiveEntry(new TarArchiveEntry("special-" + (char) type, type));
            tar.closeArchiveEntry();
        }
        TarArchiveEntry entry = new TarArchiveEntry("program");
        entry.setMode(06755);
        entry.setSize(0);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();

        Downloaded all = unpack();

        assertEquals(List.of("program"), inside());
        assertEquals(6, all.skipped().size());
        assertEquals(
                "rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("in/program"))));
        assertEquals(0, (int) Files.getAttribute(temp.resolve("in/program"), "unix:mode") & 07000);
    }

    @Test
    void oneNameTwiceBecomesTwoFiles() throws Exception {
        file("same", "1");
        file("same", "2");
        file("same/below", "3");

        Downloaded all = unpack();

        assertEquals(List.of("same", "same (2)", "same (3)", "same (3)/below"), inside());
        assertEquals(List.of("same", "same"), all.renamed());
    }

    @Test
    void endlessPathIsSkipped() throws Exception {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        file("a/".repeat(5000) + "b", "1");
        file("c", "2");

        assertEquals(1, unpack().skipped().size());
        assertEquals(List.of("c"), inside());
    }

    @Test
    void brokenArchivesEndInAFailureAndNothingElse() throws Exception {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        file("plain", "some content");
        file("long/" + "n".repeat(150), "x".repeat(2000));
        file("ünï", "u");
        link("link", "../" + "t".repeat(150));
        hardLink("hard", "plain");
        tar.close();
        byte[] good = bytes.toByteArray();
        Random random = new Random(20261121);
        int failed = 0;
        for (int i = 0; i < 4000; i++) {
            byte[] bad = i % 4 == 0 ? java.util.Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int k = random.nextInt(4); k >= 0; k--) {
                int at = random.nextInt(bad.length + 1) % Math.max(1, bad.length);
                if (bad.length > 0) {
                    bad[at] = (byte)
                            (random.nextBoolean() ? random.nextInt(256) : "0123456789 \n=7".charAt(random.nextInt(14)));
                    repairChecksum(bad, at);
                }
            }
            failed += readsToTheEnd(bad) ? 0 : 1;
        }
        assertTrue(failed > 500, "only " + failed + " of them were refused");
        assertTrue(readsToTheEnd(good));
    }

    /// So that more than the checksum is looked at.
    private static void repairChecksum(byte[] archive, int at) {
        int start = at / 512 * 512;
        if (start + 512 > archive.length || archive[start + 257] != 'u') {
            return;
        }
        int sum = 8 * ' ';
        for (int i = 0; i < 512; i++) {
            sum += i >= 148 && i < 156 ? 0 : archive[start + i] & 0xFF;
        }
        byte[] text = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, archive, start + 148, 8);
    }

    private static boolean readsToTheEnd(byte[] archive) {
        TarReader reader = new TarReader(new ByteArrayInputStream(archive));
        byte[] piece = new byte[1000];
        try {
            long all = 0;
            for (Optional<TarEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
                for (int n = reader.read(piece, 0, 1000); n >= 0; n = reader.read(piece, 0, 1000)) {
                    all += n;
                }
            }
            assertTrue(all <= archive.length);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private void file(String name, String content) throws IOException {
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(text.length);
        tar.putArchiveEntry(entry);
        tar.write(text);
        tar.closeArchiveEntry();
    }

    private void link(String name, String target) throws IOException {
        special(name, target, TarConstants.LF_SYMLINK);
    }

    private void hardLink(String name, String target) throws IOException {
        special(name, target, TarConstants.LF_LINK);
    }

    private void special(String name, String target, byte type) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private Downloaded unpack() throws IOException {
        tar.close();
        PathStat stat = new PathStat("", 0, 0, PathStat.Type.FOLDER, Optional.empty(), "");
        ArchiveStream stream = new ArchiveStream(stat, new ByteArrayInputStream(bytes.toByteArray()));
        Path in = Files.createDirectory(temp.resolve("in"));
        return new Extraction(in, Transfer.UNWATCHED).run(new PathArchive(stream, ""));
    }

    private List<String> inside() throws IOException {
        Path in = temp.resolve("in");
        try (Stream<Path> all = Files.walk(in)) {
            return new ArrayList<>(all.filter(path -> !path.equals(in))
                    .map(path -> in.relativize(path).toString())
                    .sorted()
                    .toList());
        }
    }
}
