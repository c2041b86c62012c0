package io.quayside.engine.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/// What is kept of a program's output, up to a limit; a virtual thread of its own reads all of it. The lock guards the
/// bytes, which any thread may ask for at any time.
final class KeptOutput {
    /// A child that goes on in the background may hold the pipe open for ever.
    private static final long GRACE_MILLIS = 2000;

    private final InputStream from;
    private final boolean keepEnd;
    private final byte[] kept;
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread reader;
    private int size;
    private boolean cut;

    private KeptOutput(InputStream from, int limit, boolean keepEnd, String name) {
        this.from = from;
        this.keepEnd = keepEnd;
        kept = new byte[limit];
        reader = Thread.ofVirtual().name("quayside-process-" + name).unstarted(this::readAll);
    }

    static KeptOutput beginningOf(InputStream from, int limit, String name) {
        return new KeptOutput(from, limit, false, name).started();
    }

    static KeptOutput endOf(InputStream from, int limit, String name) {
        return new KeptOutput(from, limit, true, name).started();
    }

    void awaitEnd() throws InterruptedException {
        if (!reader.join(Duration.ofMillis(GRACE_MILLIS))) {
            closeInput();
        }
    }

    String text() {
        lock.lock();
        try {
            return new String(Arrays.copyOf(kept, size), StandardCharsets.UTF_8);
        } finally {
            lock.unlock();
        }
    }

    boolean wasCut() {
        lock.lock();
        try {
            return cut;
        } finally {
            lock.unlock();
        }
    }

    private KeptOutput started() {
        reader.start();
        return this;
    }

    private void readAll() {
        byte[] piece = new byte[8192];
        try (from) {
            for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
                keep(piece, n);
            }
        } catch (IOException e) {
            // The process is gone and took its output along.
        }
    }

    private void keep(byte[] piece, int length) {
        lock.lock();
        try {
            int room = kept.length - size;
            if (length > room) {
                cut = true;
                if (keepEnd) {
                    dropFirst(Math.min(size, length - room));
                }
            }
            int from = keepEnd ? Math.max(0, length - kept.length) : 0;
            int count = Math.min(length - from, kept.length - size);
            System.arraycopy(piece, from, kept, size, count);
            size += count;
        } finally {
            lock.unlock();
        }
    }

    private void dropFirst(int count) {
        System.arraycopy(kept, count, kept, 0, size - count);
        size -= count;
    }

    private void closeInput() {
        try {
            from.close();
        } catch (IOException e) {
            // Nothing is read from it any more.
        }
    }
}
