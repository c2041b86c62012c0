package io.quayside.engine.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Unpacks an archive into a new folder that nobody else uses. Nothing is ever written outside it, whatever the archive
/// says:
///
/// - every name is cut into parts, and each part becomes one name in the folder of the part before it: absolute names
/// start
///   at the new folder, and parts that climb are left out;
/// - each file and folder is made new; what is there is never opened, so no link is followed;
/// - symbolic links are made last, when nothing more is written;
/// - a second name of a file refers to one that this archive has brought, or it is skipped;
/// - devices, pipes and sockets are skipped, and so are set-uid bits.
final class Extraction {
    private static final int PIECE = 256 * 1024;
    private static final int OWN_READ_WRITE = 0600;
    /// Linux takes half of it.
    private static final int LONGEST_PATH = 8192;
    /// In the year 2242; file systems differ in what they take beyond.
    private static final long LATEST_TIME = 1L << 33;

    private final Path root;
    private final Transfer transfer;
    private final byte[] piece = new byte[PIECE];
    private final Map<String, Path> brought = new HashMap<>();
    private final Map<String, Path> folders = new HashMap<>();
    private final List<Late> links = new ArrayList<>();
    private final List<Late> made = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final List<String> renamed = new ArrayList<>();
    private long files;
    private long bytes;

    /// What is done at the end.
    private record Late(Path path, TarEntry entry) {}

    /// @param root an empty folder
    Extraction(Path root, Transfer transfer) {
        this.root = root;
        this.transfer = transfer;
        folders.put("", root);
    }

    /// Unpacks everything; at the end `path` of the answer is the one thing at the archive's top.
    Downloaded run(PathArchive archive) throws IOException {
        for (Optional<TarEntry> next = archive.next(); next.isPresent(); next = archive.next()) {
            take(next.get(), archive);
        }
        for (Late link : links) {
            link(link);
        }
        for (Late late : made.reversed()) {
            finish(late); // deepest first, since a folder may turn out to be closed for its owner
        }
        return new Downloaded(root, files, bytes, skipped, renamed);
    }

    private void take(TarEntry entry, PathArchive archive) throws IOException {
        if (entry.name().length() > LONGEST_PATH) {
            skipped.add(entry.name().substring(0, 100) + "…");
            return;
        }
        List<String> parts = parts(entry.name());
        if (parts.isEmpty()) {
            return; // the root itself
        }
        Path folder = folder(parts.subList(0, parts.size() - 1));
        String key = String.join("/", parts);
        switch (entry.kind()) {
            case FOLDER -> made.add(new Late(folder(parts), entry));
            case FILE -> {
                Optional<Path> file = entry.isHardLink()
                        ? secondName(folder, parts.getLast(), entry)
                        : Optional.of(write(folder, parts.getLast(), entry, archive));
                if (file.isPresent()) {
                    brought.put(key, file.get());
                    files++;
                } else {
                    skipped.add(entry.name());
                }
            }
            case LINK -> links.add(new Late(folder.resolve(fit(folder, parts.getLast())), entry));
            default -> skipped.add(entry.name());
        }
    }

    private static List<String> parts(String name) {
        return Arrays.stream(name.split("/")).filter(FilePaths::isName).toList();
    }

    /// The folder of these parts, made if it isn't there. Found by what the archive said, never by looking at the disk.
    private Path folder(List<String> parts) throws IOException {
        String key = String.join("/", parts);
        Path known = folders.get(key);
        if (known != null) {
            return known;
        }
        Path parent = folder(parts.subList(0, parts.size() - 1));
        Path made = free(parent, fit(parent, parts.getLast()), Files::createDirectory);
        folders.put(key, made);
        return made;
    }

    private String fit(Path folder, String name) {
        String fitting = HostNames.fit(folder, name);
        if (!fitting.equals(name)) {
            renamed.add(name);
        }
        return fitting;
    }

    /// Makes something that wasn't there. A name may be taken where case doesn't count, or by an archive that has it
    /// twice.
    private Path free(Path folder, String name, Maker maker) throws IOException {
        for (int i = 1; ; i++) {
            Path path = folder.resolve(i == 1 ? name : name + " (" + i + ")");
            try {
                maker.make(path);
                if (i > 1) {
                    renamed.add(name);
                }
                return path;
            } catch (FileAlreadyExistsException e) {
                if (i == 1000) {
                    throw e;
                }
            }
        }
    }

    private interface Maker {
        void make(Path path) throws IOException;
    }

    private Path write(Path folder, String name, TarEntry entry, PathArchive archive) throws IOException {
        Path path = free(folder, fit(folder, name), Files::createFile);
        try (FileChannel out = FileChannel.open(path, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            boolean hole = false;
            for (int n = fill(archive); n > 0; n = fill(archive)) {
                hole = n == PIECE && isZero();
                if (hole) {
                    out.position(out.position() + n); // sparse files stay sparse
                } else {
                    ByteBuffer some = ByteBuffer.wrap(piece, 0, n);
                    while (some.hasRemaining()) {
                        out.write(some);
                    }
                }
                bytes += n;
                transfer.moved(bytes);
            }
            if (hole) {
                out.position(out.position() - 1).write(ByteBuffer.allocate(1));
            }
        }
        finish(new Late(path, entry));
        return path;
    }

    private int fill(PathArchive archive) throws IOException {
        int n = 0;
        while (n < PIECE) {
            int some = archive.read(piece, n, PIECE - n);
            if (some < 0) {
                break;
            }
            n += some;
        }
        return n;
    }

    private boolean isZero() {
        return piece[0] == 0 && Arrays.equals(piece, 0, PIECE - 1, piece, 1, PIECE);
    }

    private Optional<Path> secondName(Path folder, String name, TarEntry entry) throws IOException {
        Path first = brought.get(String.join("/", parts(entry.linkName())));
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(free(folder, fit(folder, name), path -> {
            try {
                Files.createLink(path, first);
            } catch (UnsupportedOperationException e) {
                Files.copy(first, path);
            }
        }));
    }

    private void link(Late link) throws IOException {
        String target = link.entry.linkName();
        Path parent = link.path.getParent();
        Path name = link.path.getFileName();
        if (parent == null || name == null || target.isEmpty()) {
            return;
        }
        try {
            Path to = root.getFileSystem().getPath(target);
            free(parent, name.toString(), path -> Files.createSymbolicLink(path, to));
        } catch (UnsupportedOperationException | java.nio.file.InvalidPathException e) {
            skipped.add(link.entry.name());
        }
    }

    private void finish(Late late) throws IOException {
        boolean folder = late.entry.kind() == FileKind.FOLDER;
        PosixFileAttributeView posix =
                Files.getFileAttributeView(late.path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (posix != null) {
            posix.setPermissions(permissions(late.entry.mode() | (folder ? 0700 : OWN_READ_WRITE)));
        }
        FileTime time = FileTime.from(Math.clamp(late.entry.modified(), 0, LATEST_TIME), TimeUnit.SECONDS);
        Files.getFileAttributeView(late.path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .setTimes(time, null, null);
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((mode & (0400 >> i)) != 0) {
                set.add(all[i]);
            }
        }
        return set;
    }
}
