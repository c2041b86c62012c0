package io.quayside.engine.build;

import io.quayside.engine.stream.ContentSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// A folder as a build gets it: without what its `.dockerignore` leaves out, as the `docker` command line sends it
/// to the engine's own builder. Links are sent as links, everything belongs to root.
public final class BuildContext {
    private static final int BLOCK = 128 * 1024;
    private static final int RIGHTS_OF_ALL = 0755;
    private static final int RIGHTS = 07777;

    private final Path folder;
    private final IgnoreFile ignored;

    private BuildContext(Path folder, IgnoreFile ignored) {
        this.folder = folder;
        this.ignored = ignored;
    }

    /// Reads the folder's `.dockerignore`, nothing else.
    ///
    /// @param dockerfile its path in the folder, with slashes
    public static BuildContext of(Path folder, String dockerfile) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new BuildContextException(folder + " isn't a folder");
        }
        if (!Files.isRegularFile(folder.resolve(dockerfile))) {
            throw new BuildContextException(folder + " has no " + dockerfile);
        }
        return new BuildContext(folder, IgnoreFile.of(folder, dockerfile));
    }

    /// Counts what would be sent.
    public ContextSize measure() throws IOException {
        long[] sums = new long[2];
        walk((path, name, attributes) -> {
            sums[0]++;
            sums[1] += attributes.isRegularFile() ? attributes.size() : 0;
        });
        return new ContextSize(sums[0], sums[1]);
    }

    /// The same, with what lies in which part of it.
    ///
    /// @throws InterruptedIOException if the thread is interrupted meanwhile
    public ContextParts parts() throws IOException {
        long[] files = new long[1];
        Map<String, Long> parts = new HashMap<>();
        walk((path, name, attributes) -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("Nobody wants to know any more");
            }
            files[0]++;
            if (attributes.isRegularFile()) {
                parts.merge(name.split("/", 2)[0], attributes.size(), Long::sum);
            }
        });
        parts.values().removeIf(bytes -> bytes == 0);
        long bytes = parts.values().stream().mapToLong(Long::longValue).sum();
        return new ContextParts(new ContextSize(files[0], bytes), parts);
    }

    /// The archive to send. A file that can't be read, or changes its size meanwhile, ends the build.
    ///
    /// @param progress hears how many bytes of files have been sent, now and then
    public ContentSource archive(LongConsumer progress) {
        return out -> {
            try (TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(new BufferedOutputStream(out, BLOCK), StandardCharsets.UTF_8.name())) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                tar.setAddPaxHeadersForNonAsciiNames(true);
                byte[] block = new byte[BLOCK];
                long[] sent = new long[1];
                walk((path, name, attributes) -> {
                    sent[0] += write(tar, path, name, attributes, block);
                    progress.accept(sent[0]);
                });
            }
        };
    }

    private static long write(
            TarArchiveOutputStream tar, Path path, String name, BasicFileAttributes attributes, byte[] block)
            throws IOException {
        TarArchiveEntry entry = attributes.isSymbolicLink()
                ? new TarArchiveEntry(name, TarConstants.LF_SYMLINK)
                : new TarArchiveEntry(attributes.isDirectory() ? name + "/" : name);
        entry.setModTime(attributes.lastModifiedTime());
        entry.setMode(mode(path, attributes));
        if (attributes.isSymbolicLink()) {
            entry.setLinkName(reading(() -> Files.readSymbolicLink(path).toString()));
        }
        if (!attributes.isRegularFile()) {
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
            return 0;
        }
        entry.setSize(attributes.size());
        try (InputStream in = reading(() -> Files.newInputStream(path))) {
            tar.putArchiveEntry(entry);
            copy(in, tar, attributes.size(), path, block);
        }
        tar.closeArchiveEntry();
        return attributes.size();
    }

    private static void copy(InputStream in, OutputStream out, long size, Path path, byte[] block) throws IOException {
        for (long left = size; left > 0; ) {
            int wanted = (int) Math.min(block.length, left);
            int n = reading(() -> in.read(block, 0, wanted));
            if (n < 0) {
                throw new UncheckedIOException(new BuildContextException(path + " became shorter while it was sent"));
            }
            out.write(block, 0, n);
            left -= n;
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /// A failure of our own files, told apart from one of the connection.
    private static <T> T reading(Reading<T> work) {
        try {
            return work.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int mode(Path path, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return 0777;
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return RIGHTS_OF_ALL;
        }
        Object mode = reading(() -> Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS));
        return mode instanceof Integer number ? number & RIGHTS : RIGHTS_OF_ALL;
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(Path path, String name, BasicFileAttributes attributes) throws IOException;
    }

    private void walk(Visitor visitor) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                if (path.equals(folder)) {
                    return FileVisitResult.CONTINUE;
                }
                String name = name(path);
                if (ignored.ignores(name)) {
                    return ignored.mayKeepSomethingIn(name) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }
                visitor.visit(path, name, attributes);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                String name = name(path);
                // Sockets, pipes and devices mean nothing elsewhere.
                if (!attributes.isOther() && !ignored.ignores(name)) {
                    visitor.visit(path, name, attributes);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
                if (ignored.ignores(name(path))) {
                    return FileVisitResult.CONTINUE;
                }
                throw new UncheckedIOException(e);
            }
        });
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }
}
