package io.quayside.vm.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, as manifests write it.
final class Checksum {
    private static final int BLOCK = 1 << 20;

    private Checksum() {}

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        }
    }

    /// Copies all there is, but never more than that many bytes and some.
    ///
    /// @return the checksum of what was copied
    static String copy(InputStream in, OutputStream out, long most) throws IOException {
        DigestOutputStream digest = new DigestOutputStream(out, sha256());
        byte[] block = new byte[BLOCK];
        long copied = 0;
        int read = in.read(block);
        while (read >= 0 && copied <= most) {
            digest.write(block, 0, read);
            copied += read;
            read = in.read(block);
        }
        return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
