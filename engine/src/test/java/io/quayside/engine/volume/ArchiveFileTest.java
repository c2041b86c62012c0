package io.quayside.engine.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.files.Transfer;
import io.quayside.engine.volume.VolumeArchiveException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives that somebody wants in a volume.
class ArchiveFileTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

    @BeforeEach
    void root() throws IOException {
        add("./", TarConstants.LF_DIR, "");
    }

    @Test
    void usualOnesAreTakenPlainAndCompressed() throws Exception {
        file("./a", "one");
        add("./link", TarConstants.LF_SYMLINK, "/etc/passwd");
        add("./twin", TarConstants.LF_LINK, "a");
        add("./pipe", TarConstants.LF_FIFO, "");

        assertEquals(new ArchiveContents(5, 3), check(end()).contents());
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes.toByteArray());
        }
        assertEquals(new ArchiveContents(5, 3), check(zipped.toByteArray()).contents());
    }

    @Test
    void whatLeadsOutIsRefused() throws Exception {
        file("./fine", "x");
        file("a/../../up", "x");
        refused("leads out of the volume");
    }

    @Test
    void absolutePathsAreRefused() throws Exception {
        add("/etc/cron.d", TarConstants.LF_DIR, "");
        refused("is an absolute path");
    }

    @Test
    void whatLeadsThroughALinkIsRefused() throws Exception {
        add("./out", TarConstants.LF_SYMLINK, "/etc");
        file("./out/passwd", "x");
        refused("leads through a link");
    }

    @Test
    void secondNamesOfForeignFilesAreRefused() throws Exception {
        add("./shadow", TarConstants.LF_LINK, "../../etc/shadow");
        refused("leads out of the volume");
    }

    @Test
    void secondNamesOfWhatALinkLeadsToAreRefused() throws Exception {
        add("./a", TarConstants.LF_SYMLINK, "/etc/shadow");
        add("./b", TarConstants.LF_LINK, "a");
        refused("is a second name of a file that isn't in the archive");
    }

    @Test
    void devicesAreRefused() throws Exception {
        add("./disk", TarConstants.LF_BLK, "");
        refused("is a device");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws Exception {
        assertEquals(Reason.DAMAGED, refusal(new byte[0]).reason());
        assertEquals(
                Reason.DAMAGED,
                refusal("nothing of the kind".repeat(100).getBytes("UTF-8")).reason());
        file("./a", "one".repeat(1000));
        byte[] whole = end();
        assertEquals(
                Reason.DAMAGED, refusal(java.util.Arrays.copyOf(whole, 2000)).reason());
        assertThrows(NoSuchFileException.class, () -> ArchiveFile.check(folder.resolve("none"), Transfer.UNWATCHED));
    }

    private void refused(String why) throws Exception {
        VolumeArchiveException e = refusal(end());
        assertEquals(Reason.HOSTILE, e.reason());
        assertTrue(e.getMessage().endsWith(why + "."), e::getMessage);
    }

    private VolumeArchiveException refusal(byte[] archive) {
        return assertThrows(VolumeArchiveException.class, () -> check(archive));
    }

    private ArchiveFile check(byte[] archive) throws IOException {
        return ArchiveFile.check(Files.write(folder.resolve("archive"), archive), Transfer.UNWATCHED);
    }

    private byte[] end() throws IOException {
        tar.close();
        return bytes.toByteArray();
    }

    private void file(String name, String text) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true);
        entry.setSize(text.length());
        tar.putArchiveEntry(entry);
        tar.write(text.getBytes("UTF-8"));
        tar.closeArchiveEntry();
    }

    private void add(String name, byte type, String link) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(link);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
