package io.quayside.engine.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Held during a start or stop: whoever comes second, in this program or another, waits for a while.
final class StartLock implements AutoCloseable {
    private static final long CHECK_MILLIS = 50;

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    static StartLock take(Path file, Duration patience) throws HostException, IOException, InterruptedException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (tryLock(channel).isEmpty()) {
                if (System.nanoTime() > deadline) {
                    throw new HostException(new HostProblem.BusyElsewhere(file));
                }
                Thread.sleep(CHECK_MILLIS);
            }
            taken = true;
            return new StartLock(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return Optional.ofNullable(lock);
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }
}
