package io.quayside.engine.volume;

import com.github.luben.zstd.ZstdInputStream;
import io.quayside.engine.files.Transfer;
import io.quayside.engine.volume.VolumeArchiveException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// An archive of a volume on this computer: tar, plain or compressed with zstd or gzip, which its first bytes say.
public final class ArchiveFile {
    private static final byte[] ZSTD = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD};
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};
    private static final int BUFFER = 256 * 1024;

    private final Path path;
    private final ArchiveContents contents;
    private final String sha256;

    private ArchiveFile(Path path, ArchiveContents contents, String sha256) {
        this.path = path;
        this.contents = contents;
        this.sha256 = sha256;
    }

    /// Reads all of it, and the checksum beside it if there is one. Blocks; interrupting the thread ends it.
    ///
    /// @throws VolumeArchiveException if it must not get into a volume
    public static ArchiveFile check(Path path, Transfer transfer) throws IOException {
        return read(path, transfer, tar -> ArchiveScan.strictly(tar, transfer));
    }

    /// Writes the plain archive while it is checked. Of an entry that is refused nothing is written, but of those
    /// before it all; and that the file is whole is known only at its end.
    ///
    /// @param transfer hears how many bytes of the plain archive are over
    ///
    /// @throws VolumeArchiveException if what was written must go again
    static ArchiveFile pass(Path path, OutputStream out, Transfer transfer) throws IOException {
        try {
            return read(
                    path, transfer, tar -> ArchiveScan.strictly(new Behind(tar, out, transfer), Transfer.UNWATCHED));
        } catch (Behind.Unwritten e) {
            throw e.why();
        }
    }

    private interface Reading {
        ArchiveContents all(InputStream tar) throws IOException;
    }

    private static ArchiveFile read(Path path, Transfer transfer, Reading reading) throws IOException {
        Optional<String> expected = Checksum.expected(path);
        MessageDigest digest = Checksum.digest();
        ArchiveContents contents = scan(path, digest, transfer, reading);
        String sha256 = Checksum.hex(digest);
        if (expected.isPresent() && !expected.get().equals(sha256)) {
            throw new VolumeArchiveException(
                    Reason.CHECKSUM,
                    "Its SHA-256 isn't the one in " + Checksum.beside(path).getFileName() + ".");
        }
        return new ArchiveFile(path, contents, sha256);
    }

    private static ArchiveContents scan(Path path, MessageDigest digest, Transfer transfer, Reading reading)
            throws IOException {
        try (InputStream file = Files.newInputStream(path);
                DigestInputStream digested = new DigestInputStream(file, digest)) {
            transfer.opened(file);
            try (InputStream tar = plain(digested)) {
                ArchiveContents contents = reading.all(tar);
                if (contents.entries() == 0) {
                    throw new VolumeArchiveException(Reason.DAMAGED, "It is no archive, or an empty one.");
                }
                digested.transferTo(OutputStream.nullOutputStream());
                return contents;
            }
        } catch (VolumeArchiveException | Behind.Unwritten e) {
            throw e;
        } catch (java.nio.file.FileSystemException | java.nio.channels.ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new VolumeArchiveException(Reason.DAMAGED, "It can't be read to its end: " + e.getMessage() + ".", e);
        }
    }

    private static InputStream plain(InputStream raw) throws IOException {
        BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
        in.mark(ZSTD.length);
        byte[] head = in.readNBytes(ZSTD.length);
        in.reset();
        if (Arrays.equals(head, ZSTD)) {
            return new ZstdInputStream(in);
        }
        boolean gzip = head.length >= GZIP.length && Arrays.equals(Arrays.copyOf(head, GZIP.length), GZIP);
        return gzip ? new GZIPInputStream(in, BUFFER) : in;
    }

    public ArchiveContents contents() {
        return contents;
    }

    public String sha256() {
        return sha256;
    }

    /// Writes the plain archive.
    ///
    /// @param transfer hears how many bytes of it are over
    ///
    /// @throws VolumeArchiveException if it isn't what was checked any more
    void writeTo(OutputStream out, Transfer transfer) throws IOException {
        MessageDigest digest = Checksum.digest();
        try (InputStream file = Files.newInputStream(path);
                DigestInputStream digested = new DigestInputStream(file, digest);
                InputStream tar = plain(digested)) {
            ArchiveScan.of(new Tee(tar, out, transfer));
            digested.transferTo(OutputStream.nullOutputStream());
        }
        if (!Checksum.hex(digest).equals(sha256)) {
            throw new VolumeArchiveException(Reason.CHECKSUM, "It was changed while it was read.");
        }
    }
}
