package io.quayside.engine.files;

import io.quayside.engine.internal.codec.RawText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Writes an archive for an engine. Names keep their bytes: they go to the library one byte a character.
final class TarOutput {
    private final TarArchiveOutputStream tar;

    TarOutput(OutputStream out) {
        tar = new TarArchiveOutputStream(out, StandardCharsets.ISO_8859_1.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_STAR);
    }

    /// Begins a file; exactly its size has to follow.
    void file(String name, FileEntry entry) throws IOException {
        put(name, TarConstants.LF_NORMAL, entry, entry.size());
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        tar.write(bytes, offset, length);
    }

    void endFile() throws IOException {
        tar.closeArchiveEntry();
    }

    void folder(String name, FileEntry entry) throws IOException {
        put(name + "/", TarConstants.LF_DIR, entry, 0);
        tar.closeArchiveEntry();
    }

    void link(String name, FileEntry entry) throws IOException {
        put(name, TarConstants.LF_SYMLINK, entry, 0);
        tar.closeArchiveEntry();
    }

    void end() throws IOException {
        tar.finish();
        tar.flush();
    }

    private void put(String name, byte type, FileEntry entry, long size) throws IOException {
        TarArchiveEntry head = new TarArchiveEntry(bytes(name), type, true);
        head.setSize(size);
        head.setMode(entry.mode());
        head.setUserId(entry.uid());
        head.setGroupId(entry.gid());
        head.setModTime(entry.modified() * 1000);
        head.setLinkName(bytes(entry.target()));
        tar.putArchiveEntry(head);
    }

    private static String bytes(String text) {
        return new String(RawText.bytes(text), StandardCharsets.ISO_8859_1);
    }
}
