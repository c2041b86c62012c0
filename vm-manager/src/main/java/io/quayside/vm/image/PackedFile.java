package io.quayside.vm.image;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file of an image that comes compressed with zstd, and what it becomes. The unpacked file appears whole
/// and verified or not at all, also when two programs unpack it at once.
record PackedFile(Path packed, Path file) {
    static final String SUFFIX = ".zst";

    /// What was downloaded isn't what the manifest says.
    static final class DamagedException extends Exception {
        private static final long serialVersionUID = 1;

        DamagedException(String message) {
            super(message);
        }
    }

    boolean isUnpackedTo(long bytes) throws IOException {
        return Files.exists(file) && Files.size(file) == bytes;
    }

    /// Blocks while it is unpacked.
    void unpack(long packedBytes, long bytes, String sha256) throws IOException, DamagedException {
        if (!Files.exists(packed)) {
            throw new DamagedException("is missing");
        }
        if (Files.size(packed) != packedBytes) {
            throw new DamagedException("has another size than the manifest says");
        }
        Path part = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".part");
        try {
            String found = unpackTo(part, bytes);
            if (!found.equals(sha256)) {
                throw new DamagedException("holds a file with checksum " + found + " instead of " + sha256);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String unpackTo(Path part, long bytes) throws IOException, DamagedException {
        try (InputStream in = new ZstdInputStream(Files.newInputStream(packed));
                OutputStream out = Files.newOutputStream(part)) {
            return Checksum.copy(in, out, bytes);
        } catch (ZstdIOException | EOFException e) {
            throw new DamagedException("can't be unpacked (" + e.getMessage() + ")");
        }
    }
}
