package io.quayside.testing.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The sockets that this JVM has open, of any kind. Linux only.
public final class OpenSockets {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final long PATIENCE_SECONDS = 20;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private OpenSockets() {}

    public static int count() {
        int sockets = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                sockets += isSocket(descriptor) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sockets;
    }

    /// Waits until no more than so many are open. A socket that a stream has let go is closed by the thread that read
    /// from it, a moment later.
    public static void awaitAtMost(int limit) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int open = count();
        while (open > limit) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(open + " sockets are open, and there should be " + limit);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            open = count();
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed since the folder was read.
            return false;
        }
    }
}
