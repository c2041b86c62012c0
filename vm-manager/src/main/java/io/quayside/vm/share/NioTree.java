package io.quayside.vm.share;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// A folder through the JDK alone, so the same on all hosts.
///
/// What opens, creates, lists, deletes or moves files goes down from the root folder by folder, each opened
/// inside the one before and never through a link, where the system has such calls (Linux and macOS):
/// nobody can swap a folder for a link in between. For the rest the JDK only has calls with whole paths:
/// each folder on the way is looked at first. Guests can't use the moment between: [#NAMES] is held while a
/// path is used, and alone by whatever changes names. So on Linux and macOS another program of the host
/// could at worst have a guest see the attributes of a file, or make an empty folder or a link, elsewhere
/// where the user may; on Windows also read and write, and making links takes a right there that users
/// lack.
final class NioTree implements HostTree {
    /// Shared by all folders of all machines, because they may overlap.
    private static final ReadWriteLock NAMES = new ReentrantReadWriteLock();

    private static final String UNIX_FACTS = "unix:mode,ino,dev,nlink,size,lastAccessTime,lastModifiedTime,ctime";

    private final Path root;
    private final boolean posix;
    private final boolean unix;
    private final long device;

    NioTree(Path root) throws IOException {
        this.root = root;
        Set<String> views = root.getFileSystem().supportedFileAttributeViews();
        posix = views.contains("posix");
        unix = views.contains("unix");
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        device = unix ? (Long) Files.getAttribute(root, "unix:dev") : 0;
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T using(Lock lock, Work<T> work) throws IOException {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    private static <T> T looking(Work<T> work) throws IOException {
        return using(NAMES.readLock(), work);
    }

    private static <T> T changing(Work<T> work) throws IOException {
        return using(NAMES.writeLock(), work);
    }

    /// The path on the host, after a look at each folder that leads there.
    private Path checked(TreePath path) throws IOException {
        Path at = root;
        for (int i = 0; i < path.depth(); i++) {
            if (i > 0) {
                requireFolder(at);
            }
            at = step(at, path.name(i));
        }
        return at;
    }

    private static void requireFolder(Path path) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!facts.isDirectory() || facts.isOther()) {
            throw new Refused(Errno.ENOTDIR);
        }
    }

    /// One name is one step, whatever the host takes for a separator, a drive or a stream.
    private static Path step(Path at, String name) throws IOException {
        Path next = at.resolve(name);
        if (next.getNameCount() != at.getNameCount() + 1
                || !next.startsWith(at)
                || !String.valueOf(next.getFileName()).equals(name)) {
            throw new Refused(Errno.EINVAL);
        }
        return next;
    }

    @FunctionalInterface
    private interface Inside<T> {
        T run(SecureDirectoryStream<Path> folder, Path name) throws IOException;
    }

    @FunctionalInterface
    private interface ByPath<T> {
        T run(Path path) throws IOException;
    }

    /// Uses the last name of a path inside of its opened folder, or by its checked path where there is no such thing.
    @SuppressWarnings("StreamResourceLeak") // what goes down from it closes it
    private <T> T inside(TreePath path, Inside<T> work, ByPath<T> otherwise) throws IOException {
        if (path.isRoot()) {
            throw new Refused(Errno.EBUSY);
        }
        step(root, path.name());
        DirectoryStream<Path> top = Files.newDirectoryStream(root);
        if (!(top instanceof SecureDirectoryStream<Path> secure)) {
            top.close();
            return otherwise.run(checked(path));
        }
        try (SecureDirectoryStream<Path> folder = descend(secure, path, path.depth() - 1)) {
            return work.run(folder, nameOf(path.name()));
        }
    }

    /// Opens the first so many folders of the path, one inside the other; closes `top` unless it is what it returns.
    private SecureDirectoryStream<Path> descend(SecureDirectoryStream<Path> top, TreePath path, int depth)
            throws IOException {
        SecureDirectoryStream<Path> at = top;
        for (int i = 0; i < depth; i++) {
            try (SecureDirectoryStream<Path> above = at) {
                at = above.newDirectoryStream(nameOf(path.name(i)), LinkOption.NOFOLLOW_LINKS);
            }
        }
        return at;
    }

    private Path nameOf(String name) {
        return root.getFileSystem().getPath(name);
    }

    @Override
    public boolean numbered() {
        return unix;
    }

    @Override
    public FileFacts facts(TreePath path) throws IOException {
        return looking(() -> factsOf(checked(path)));
    }

    private FileFacts factsOf(Path path) throws IOException {
        if (!unix) {
            return plainFacts(path);
        }
        Map<String, Object> all = Files.readAttributes(path, UNIX_FACTS, LinkOption.NOFOLLOW_LINKS);
        return new FileFacts(
                (int) number(all, "mode"),
                number(all, "ino") ^ ((number(all, "dev") - device) << 44),
                number(all, "nlink"),
                number(all, "size"),
                instant(all, "lastAccessTime"),
                instant(all, "lastModifiedTime"),
                instant(all, "ctime"));
    }

    private static long number(Map<String, Object> facts, String name) {
        return facts.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static long instant(Map<String, Object> facts, String name) {
        return facts.get(name) instanceof FileTime time ? nanos(time) : 0;
    }

    /// Where files have no numbers and no permissions, they get those of their path and of an ordinary file.
    private FileFacts plainFacts(Path path) throws IOException {
        BasicFileAttributes facts = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        int mode = facts.isSymbolicLink()
                ? FileFacts.LINK | 0777
                : facts.isDirectory() ? FileFacts.FOLDER | 0755 : FileFacts.FILE | 0755;
        long number = 0xcbf29ce484222325L;
        String text = path.toString();
        for (int i = 0; i < text.length(); i++) {
            number = (number ^ text.charAt(i)) * 0x100000001b3L;
        }
        return new FileFacts(
                mode,
                number,
                1,
                facts.size(),
                nanos(facts.lastAccessTime()),
                nanos(facts.lastModifiedTime()),
                nanos(facts.lastModifiedTime()));
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    @Override
    public FileChannel open(TreePath path, OpenMode mode) throws IOException {
        Set<OpenOption> options = options(mode);
        return looking(() -> inside(
                path,
                (folder, name) -> {
                    requireFile(
                            folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
                    return fileChannel(folder.newByteChannel(name, options));
                },
                host -> {
                    requireFile(
                            Files.getFileAttributeView(host, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
                    return FileChannel.open(host, options);
                }));
    }

    /// Opening a pipe would wait for its other end, and a device does what it likes.
    private static void requireFile(BasicFileAttributeView view) throws IOException {
        BasicFileAttributes facts = view.readAttributes();
        if (!facts.isRegularFile()) {
            throw new Refused(facts.isDirectory() ? Errno.EISDIR : facts.isSymbolicLink() ? Errno.ELOOP : Errno.EPERM);
        }
    }

    private static Set<OpenOption> options(OpenMode mode) {
        Set<OpenOption> options = new HashSet<>();
        options.add(LinkOption.NOFOLLOW_LINKS);
        if (mode.read() || !mode.write()) {
            options.add(StandardOpenOption.READ);
        }
        if (mode.write()) {
            options.add(StandardOpenOption.WRITE);
        }
        if (mode.truncate() && mode.write()) {
            options.add(StandardOpenOption.TRUNCATE_EXISTING);
        }
        return options;
    }

    private static FileChannel fileChannel(SeekableByteChannel channel) throws IOException {
        if (channel instanceof FileChannel file) {
            return file;
        }
        channel.close();
        throw new Refused(Errno.EOPNOTSUPP);
    }

    @Override
    public FileChannel create(TreePath path, OpenMode mode, int permissions) throws IOException {
        Set<OpenOption> options = options(new OpenMode(true, true, false));
        options.add(StandardOpenOption.CREATE_NEW);
        FileAttribute<?>[] attributes = attributes(permissions | 0600);
        return changing(() -> inside(
                path,
                (folder, name) -> fileChannel(folder.newByteChannel(name, options, attributes)),
                host -> FileChannel.open(host, options, attributes)));
    }

    private FileAttribute<?>[] attributes(int permissions) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions(permissions))}
                : new FileAttribute<?>[0];
    }

    private static Set<PosixFilePermission> permissions(int bits) {
        // In the order of the bits, the owner's right to read first.
        PosixFilePermission[] all = PosixFilePermission.values();
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        for (int i = 0; i < 9; i++) {
            if ((bits & (0400 >> i)) != 0) {
                set.add(all[i]);
            }
        }
        return set;
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // what goes down from it closes it
    public List<String> list(TreePath folder) throws IOException {
        return looking(() -> {
            DirectoryStream<Path> top = Files.newDirectoryStream(root);
            if (top instanceof SecureDirectoryStream<Path> secure) {
                try (SecureDirectoryStream<Path> at = descend(secure, folder, folder.depth())) {
                    return names(at);
                }
            }
            top.close();
            Path host = checked(folder);
            requireFolder(host);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(host)) {
                return names(entries);
            }
        });
    }

    private static List<String> names(DirectoryStream<Path> folder) throws IOException {
        List<String> names = new ArrayList<>();
        try {
            for (Path entry : folder) {
                names.add(String.valueOf(entry.getFileName()));
            }
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    @Override
    public void makeFolder(TreePath path, int permissions) throws IOException {
        changing(() -> Files.createDirectory(checked(path), attributes(permissions | 0700)));
    }

    @Override
    public void makeLink(TreePath path, String target) throws IOException {
        changing(() -> Files.createSymbolicLink(checked(path), nameOf(target)));
    }

    @Override
    public String readLink(TreePath path) throws IOException {
        return looking(() -> {
            Path host = checked(path);
            if (!Files.isSymbolicLink(host)) {
                throw new Refused(Errno.EINVAL);
            }
            return Files.readSymbolicLink(host).toString();
        });
    }

    @Override
    public void hardLink(TreePath path, TreePath existing) throws IOException {
        changing(() -> {
            Path from = checked(existing);
            // The system would link to the target of a link.
            if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
                throw new Refused(Errno.EPERM);
            }
            return Files.createLink(checked(path), from);
        });
    }

    @Override
    public void move(TreePath from, TreePath to) throws IOException {
        if (to.startsWith(from) && !to.equals(from)) {
            throw new Refused(Errno.EINVAL);
        }
        changing(() -> inside(
                from,
                (source, name) -> inside(
                        to,
                        (target, newName) -> {
                            source.move(name, target, newName);
                            return true;
                        },
                        host -> {
                            throw new Refused(Errno.EXDEV);
                        }),
                host -> Files.move(
                        host, checked(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)));
    }

    @Override
    public void deleteFile(TreePath path) throws IOException {
        changing(() -> inside(
                path,
                (folder, name) -> {
                    folder.deleteFile(name);
                    return true;
                },
                host -> {
                    if (Files.isDirectory(host, LinkOption.NOFOLLOW_LINKS)) {
                        throw new Refused(Errno.EISDIR);
                    }
                    Files.delete(host);
                    return true;
                }));
    }

    @Override
    public void deleteFolder(TreePath path) throws IOException {
        changing(() -> inside(
                path,
                (folder, name) -> {
                    folder.deleteDirectory(name);
                    return true;
                },
                host -> {
                    requireFolder(host);
                    Files.delete(host);
                    return true;
                }));
    }

    @Override
    public void setPermissions(TreePath path, int permissions) throws IOException {
        if (!posix || path.isRoot()) {
            return;
        }
        looking(() -> inside(
                path,
                (folder, name) -> {
                    // The system has no way to do that to a link, nor is there a use for it.
                    if (!folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .readAttributes()
                            .isSymbolicLink()) {
                        folder.getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                                .setPermissions(permissions(permissions));
                    }
                    return true;
                },
                host -> true));
    }

    @Override
    public void setTimes(TreePath path, long accessed, long modified) throws IOException {
        looking(() -> {
            Path host = checked(path);
            Files.getFileAttributeView(host, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(time(modified), time(accessed), null);
            return true;
        });
    }

    private static @org.jspecify.annotations.Nullable FileTime time(long nanos) {
        return nanos == Long.MIN_VALUE ? null : FileTime.from(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public Room room() throws IOException {
        FileStore store = Files.getFileStore(root);
        return new Room(store.getTotalSpace(), store.getUnallocatedSpace(), store.getUsableSpace());
    }

    /// For tests, and for what watches the folder.
    Path root() {
        return root;
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
