package io.quayside.vm.store;

import io.quayside.vm.error.VmException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Whether somebody works on a data disk: two machines that write to one destroy it.
///
/// QEMU holds locks on these bytes of every disk that it may write to (`RAW_LOCK_PERM_BASE` and
/// `RAW_LOCK_SHARED_BASE` of its `block/file-posix.c`), whatever became of the files by which a machine is
/// found again.
public final class DataDisk {
    private static final long LOCKS_FROM = 100;
    private static final long LOCKS = 200;

    private DataDisk() {}

    public static boolean isInUse(Path disk) throws VmException {
        if (!Files.exists(disk)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock(LOCKS_FROM, LOCKS, false);
            if (lock == null) {
                return true;
            }
            lock.release();
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw StoreFailures.of(disk, e);
        }
    }
}
