package io.quayside.engine.volume;

import io.quayside.engine.files.FileKind;
import io.quayside.engine.files.TarEntry;
import io.quayside.engine.files.TarReader;
import io.quayside.engine.files.Transfer;
import io.quayside.engine.volume.VolumeArchiveException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads an archive to its end, one entry after the other, and says what it holds.
final class ArchiveScan {
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_SHOWN = 120;

    private final Set<String> links = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final boolean strict;

    private ArchiveScan(boolean strict) {
        this.strict = strict;
    }

    /// What an engine sent of a volume; whatever a volume holds is taken.
    static ArchiveContents of(InputStream tar) throws IOException {
        return new ArchiveScan(false).run(tar, Transfer.UNWATCHED);
    }

    /// What somebody's file holds. Engines keep archives from reaching out of a container by themselves, but they
    /// unpack
    /// what comes before the first bad entry; so all is looked at before anything is written.
    ///
    /// @throws VolumeArchiveException if it has a path that is absolute, climbs or leads through a link, a second
    /// name of a file that the archive didn't bring, or a device
    static ArchiveContents strictly(InputStream tar, Transfer transfer) throws IOException {
        return new ArchiveScan(true).run(tar, transfer);
    }

    /// Whether there is nothing but the root; what comes behind the first other entry isn't read.
    static boolean isEmpty(InputStream in) throws IOException {
        TarReader tar = new TarReader(in);
        Optional<TarEntry> root = tar.next();
        return root.isEmpty() || tar.next().isEmpty();
    }

    private ArchiveContents run(InputStream in, Transfer transfer) throws IOException {
        TarReader tar = new TarReader(in);
        long entries = 0;
        long bytes = 0;
        for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
            TarEntry entry = next.get();
            if (strict) {
                check(entry);
            }
            entries++;
            if (entry.kind() == FileKind.FILE && !entry.isHardLink()) {
                bytes += entry.size();
                transfer.moved(bytes);
            }
        }
        drain(in);
        return new ArchiveContents(entries, bytes);
    }

    /// Behind the end of the archive only padding follows; what compressed it has its checksum there.
    private static void drain(InputStream in) throws IOException {
        byte[] piece = new byte[PIECE];
        int n = in.read(piece);
        while (n >= 0) {
            n = in.read(piece);
        }
    }

    private void check(TarEntry entry) throws VolumeArchiveException {
        String path = path(entry.name(), entry);
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (links.contains(path.substring(0, slash))) {
                throw hostile(entry, "leads through a link");
            }
        }
        switch (entry.kind()) {
            case LINK -> {
                links.add(path);
                files.remove(path);
            }
            case FILE -> {
                if (entry.isHardLink() && !files.contains(path(entry.linkName(), entry))) {
                    throw hostile(entry, "is a second name of a file that isn't in the archive");
                }
                links.remove(path);
                files.add(path);
            }
            case FOLDER -> links.remove(path);
            case PIPE -> files.add(path);
            case DEVICE, SOCKET -> throw hostile(entry, "is a device");
            case OTHER -> throw hostile(entry, "is of a kind that isn't known");
        }
    }

    private static String path(String name, TarEntry entry) throws VolumeArchiveException {
        if (name.startsWith("/")) {
            throw hostile(entry, "is an absolute path");
        }
        List<String> parts = new ArrayList<>();
        for (String part : name.split("/")) {
            if (part.equals("..")) {
                throw hostile(entry, "leads out of the volume");
            }
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private static VolumeArchiveException hostile(TarEntry entry, String why) {
        String name = entry.name();
        String shown = name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
        return new VolumeArchiveException(Reason.HOSTILE, "“" + shown + "” in it " + why + ".");
    }
}
