package io.quayside.engine.volume;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Archives whose last entry must not get into a volume, behind more than is read at once.
enum HostileEnd {
    ABSOLUTE("/etc/evil", TarConstants.LF_NORMAL, ""),
    CLIMBING("./../../evil", TarConstants.LF_NORMAL, ""),
    THROUGH_A_LINK("./out/evil", TarConstants.LF_NORMAL, ""),
    FOREIGN_SECOND_NAME("./shadow", TarConstants.LF_LINK, "out/shadow"),
    DEVICE("./disk", TarConstants.LF_BLK, "");

    private static final int BEFORE = 3_000_000;

    private final String name;
    private final byte type;
    private final String link;

    HostileEnd(String name, byte type, String link) {
        this.name = name;
        this.type = type;
        this.link = link;
    }

    void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            add(tar, "./good", TarConstants.LF_NORMAL, "", BEFORE);
            add(tar, "./out", TarConstants.LF_SYMLINK, "/etc", 0);
            add(tar, name, type, link, 0);
        }
    }

    private static void add(TarArchiveOutputStream tar, String name, byte type, String link, int size)
            throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
        entry.setLinkName(link);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        tar.write(new byte[size]);
        tar.closeArchiveEntry();
    }
}
