package io.quayside.vm.store;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The right to change one machine, held by one thread of one process at a time. Ends with the process at the latest.
public final class MachineLock implements AutoCloseable {
    private final FileChannel channel;

    private MachineLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock, or says at once that somebody else has it.
    public static MachineLock take(MachineFiles files, String name) throws VmException {
        return take(files.lock(), new VmProblem.BusyElsewhere(name, files.lock()));
    }

    /// The right to speak with the program in the guest, which listens to one host at a time. It lasts as long as the
    /// connection.
    public static MachineLock takeLink(MachineFiles files, String name) throws VmException {
        return take(files.linkLock(), new VmProblem.ConnectedElsewhere(name, files.linkLock()));
    }

    private static MachineLock take(Path path, VmProblem held) throws VmException {
        FileChannel channel = open(path);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new MachineLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel);
            throw new VmException(held, e);
        } catch (IOException e) {
            closeQuietly(channel);
            throw StoreFailures.of(path, e);
        }
        closeQuietly(channel);
        throw new VmException(held);
    }

    private static FileChannel open(Path path) throws VmException {
        try {
            Path parent = path.getParent();
            if (parent != null) {
                PrivateFiles.createFolder(parent);
            }
            return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw StoreFailures.of(path, e);
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written through it.
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
