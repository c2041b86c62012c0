package io.quayside.engine.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Writes files and folders of this computer into an archive for an engine. Links are kept as links; what is neither
/// file, folder nor link is left out.
final class Upload {
    private static final List<PosixFilePermission> FROM_THE_HIGHEST_BIT = List.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private static final int PIECE = 256 * 1024;
    private static final int FILE_MODE = 0644;
    private static final int FOLDER_MODE = 0755;

    private final List<Path> paths;
    private final long uid;
    private final long gid;
    private final Transfer transfer;
    private final byte[] piece = new byte[PIECE];
    private long bytes;

    /// @param uid whom the files will belong to
    Upload(List<Path> paths, long uid, long gid, Transfer transfer) {
        this.paths = paths;
        this.uid = uid;
        this.gid = gid;
        this.transfer = transfer;
    }

    void writeTo(OutputStream out) throws IOException {
        TarOutput tar = new TarOutput(out);
        for (Path path : paths) {
            add(tar, path, path.getFileName().toString());
        }
        tar.end();
    }

    private void add(TarOutput tar, Path path, String name) throws IOException {
        BasicFileAttributes attributes =
                reading(() -> Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        if (attributes.isSymbolicLink()) {
            tar.link(
                    name,
                    entry(
                            path,
                            attributes,
                            FileKind.LINK,
                            reading(() -> Files.readSymbolicLink(path)).toString()));
        } else if (attributes.isDirectory()) {
            tar.folder(name, entry(path, attributes, FileKind.FOLDER, ""));
            List<Path> children = reading(() -> {
                try (Stream<Path> list = Files.list(path)) {
                    return list.sorted().toList();
                }
            });
            for (Path child : children) {
                add(tar, child, name + "/" + child.getFileName());
            }
        } else if (attributes.isRegularFile()) {
            copy(tar, path, name, entry(path, attributes, FileKind.FILE, ""));
        }
    }

    private void copy(TarOutput tar, Path path, String name, FileEntry entry) throws IOException {
        try (InputStream in = reading(() -> Files.newInputStream(path))) {
            tar.file(name, entry);
            long rest = entry.size();
            while (rest > 0) {
                int wanted = (int) Math.min(rest, PIECE);
                int n = reading(() -> in.read(piece, 0, wanted));
                if (n < 0) {
                    throw new UncheckedIOException(new IOException(path + " became shorter while it was read"));
                }
                tar.write(piece, 0, n);
                rest -= n;
                bytes += n;
                transfer.moved(bytes);
            }
            tar.endFile();
        }
    }

    private FileEntry entry(Path path, BasicFileAttributes attributes, FileKind kind, String target) {
        int usual = kind == FileKind.FOLDER ? FOLDER_MODE : FILE_MODE;
        return new FileEntry(
                "",
                kind,
                kind == FileKind.FILE ? attributes.size() : 0,
                reading(() -> mode(path, usual)),
                uid,
                gid,
                attributes.lastModifiedTime().toInstant().getEpochSecond(),
                target);
    }

    private static int mode(Path path, int usual) throws IOException {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return usual;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        int mode = 0;
        for (PosixFilePermission permission : permissions) {
            mode |= 0400 >> FROM_THE_HIGHEST_BIT.indexOf(permission);
        }
        return mode;
    }

    /// Failures of this computer's files end the call as they are; those of the connection are the engine's.
    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /// How many bytes of content there are to copy.
    static long size(List<Path> paths) throws IOException {
        try {
            long size = 0;
            for (Path path : paths) {
                try (Stream<Path> all = Files.walk(path)) {
                    size += all.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS))
                            .mapToLong(one -> reading(() -> Files.size(one)))
                            .sum();
                }
            }
            return size;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
