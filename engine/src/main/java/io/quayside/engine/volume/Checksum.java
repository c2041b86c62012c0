package io.quayside.engine.volume;

import io.quayside.engine.volume.VolumeArchiveException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// The checksum file beside an archive, in the form that `sha256sum --check` reads.
final class Checksum {
    private static final int LONGEST = 8 * 1024;

    private Checksum() {}

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    static void write(Path file, String hex) throws IOException {
        Path target = beside(file);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(part, hex + "  " + file.getFileName() + "\n");
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// What the file beside an archive says, if there is one.
    static Optional<String> expected(Path file) throws IOException {
        Path beside = beside(file);
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        String text =
                Files.size(beside) > LONGEST ? "" : new String(Files.readAllBytes(beside), StandardCharsets.UTF_8);
        String first = text.strip().split("\\s+")[0].toLowerCase(Locale.ROOT);
        if (!first.matches("[0-9a-f]{64}")) {
            throw new VolumeArchiveException(Reason.CHECKSUM, "The checksum file beside it holds no checksum.");
        }
        return Optional.of(first);
    }
}
