package io.quayside.vm.disk;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The data disk of a stopped machine. Its place in the machine's folder holds the file itself, or a link
/// to it after it was moved elsewhere.
///
/// What was there stays in place until its copy was written, flushed and compared; then the place changes
/// in one step. Whoever dies in between leaves the disk as it was, and at worst a file that the next move
/// takes away. The caller holds the machine's lock.
///
/// @param place in the machine's folder
public record DiskFile(Path place) {
    /// Room that stays free beside a copy.
    private static final long MARGIN = 64L << 20;

    /// The file itself.
    public Path file() throws IOException {
        return place.toRealPath();
    }

    /// Moves the disk into another folder, under a name of its own; into the machine's folder brings it back.
    ///
    /// @return where it is now
    /// @throws VmException if there is no room or right, or a file of that name; the disk is where it was then
    public Path moveTo(Path folder, String name, DiskProgress progress) throws VmException, InterruptedException {
        try {
            Path home = parent(place).toRealPath();
            boolean back = folder.toRealPath().equals(home);
            Path target = back
                    ? home.resolve(place.getFileName())
                    : folder.toRealPath().resolve(name);
            Path source = file();
            if (source.equals(target)) {
                return target;
            }
            if (!back && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(target.toString(), null, "there is a file of that name already");
            }
            move(source, target, back, progress);
            return target;
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw StoreFailures.of(folder, e);
        }
    }

    private void move(Path source, Path target, boolean back, DiskProgress progress)
            throws IOException, VmException, InterruptedException {
        Path fresh = target.resolveSibling("." + target.getFileName() + ".moving");
        Path link = place.resolveSibling("." + place.getFileName() + ".link");
        boolean done = false;
        try {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(link);
            if (!back) {
                link(link, target);
            }
            duplicate(source, fresh, progress);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            flushFolder(parent(target));
            if (!back) {
                Files.move(link, place, StandardCopyOption.ATOMIC_MOVE);
                flushFolder(parent(place));
            }
            done = true;
        } finally {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(link);
            if (!done && !back && !file().equals(target)) {
                Files.deleteIfExists(target);
            }
        }
        // The machine's folder has the link or the file at that place by now.
        if (!source.equals(parent(place).toRealPath().resolve(place.getFileName()))) {
            Files.deleteIfExists(source);
        }
    }

    private static void link(Path link, Path target) throws IOException, VmException {
        try {
            Files.createSymbolicLink(link, target);
        } catch (UnsupportedOperationException | FileSystemException e) {
            throw new VmException(
                    new VmProblem.NotPossible(
                            "The data disk can't be moved.", "The file system has no links for this user: " + link),
                    e);
        }
    }

    /// Within a file system the file gets a second name, which takes no room and no time.
    private static void duplicate(Path source, Path fresh, DiskProgress progress)
            throws IOException, VmException, InterruptedException {
        if (Files.getFileStore(source).equals(Files.getFileStore(parent(fresh)))) {
            try {
                Files.createLink(fresh, source);
                return;
            } catch (UnsupportedOperationException | FileSystemException e) {
                // Then it is copied.
            }
        }
        copy(source, fresh, progress);
    }

    private static void copy(Path source, Path fresh, DiskProgress progress)
            throws IOException, VmException, InterruptedException {
        long needed = SparseFile.allocated(source) + MARGIN;
        long free = Files.getFileStore(parent(fresh)).getUsableSpace();
        if (free < needed) {
            throw new VmException(new VmProblem.NoSpace(parent(fresh), needed, free));
        }
        SparseFile.copy(source, fresh, progress);
        if (Files.mismatch(source, fresh) >= 0) {
            throw new FileSystemException(fresh.toString(), null, "the copy isn't the same as the disk");
        }
    }

    /// Makes blocks that hold nothing but zeros into holes, through a copy.
    public void compact(DiskProgress progress) throws VmException, InterruptedException {
        try {
            Path source = file();
            Path fresh = source.resolveSibling("." + source.getFileName() + ".compact");
            try {
                Files.deleteIfExists(fresh);
                copy(source, fresh, progress);
                Files.move(fresh, source, StandardCopyOption.ATOMIC_MOVE);
                flushFolder(parent(source));
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw StoreFailures.of(place, e);
        }
    }

    /// Deletes the file where it is; the link to it goes with the machine's folder.
    public void delete() throws IOException {
        if (Files.isSymbolicLink(place)) {
            Path link = Files.readSymbolicLink(place);
            Files.deleteIfExists(place.resolveSibling(link));
        }
    }

    private static InterruptedException interrupted(ClosedByInterruptException e) {
        Thread.interrupted(); // the exception says it from here on
        InterruptedException interrupted = new InterruptedException("the copy was cancelled");
        interrupted.initCause(e);
        return interrupted;
    }

    private static void flushFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
