package io.quayside.engine.internal.socket;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Bytes on their way from one thread to another, a bounded number of them. The reader waits with a timeout and
/// ends on an interrupt; the writer waits while the queue is full. One lock guards everything.
final class ByteQueue {

    private final byte[] ring;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int start;
    private int count;
    private boolean ended;
    private boolean closed;
    private @Nullable IOException failure;

    ByteQueue(int capacity) {
        ring = new byte[capacity];
    }

    /// Waits for room and puts all of it; false when the queue is closed and nobody will read.
    boolean put(byte[] from, int offset, int length) throws InterruptedException {
        lock.lock();
        try {
            int done = 0;
            while (done < length) {
                while (count == ring.length && !closed) {
                    changed.await();
                }
                if (closed) {
                    return false;
                }
                int at = (start + count) % ring.length;
                int n = Math.min(length - done, Math.min(ring.length - count, ring.length - at));
                System.arraycopy(from, offset + done, ring, at, n);
                count += n;
                done += n;
                changed.signalAll();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more will be put; a reader gets what is there and then the end, or the failure when there is
    /// one.
    void end(@Nullable IOException why) {
        lock.lock();
        try {
            ended = true;
            failure = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends both sides at once.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether a [#take] returned at once.
    boolean readable() {
        lock.lock();
        try {
            return count > 0 || ended || closed;
        } finally {
            lock.unlock();
        }
    }

    int take(byte[] into, int offset, int length, int timeoutMillis) throws IOException {
        lock.lock();
        try {
            awaitBytes(timeoutMillis);
            if (closed) {
                throw new SocketException("Socket closed");
            }
            if (count == 0) {
                return end();
            }
            int n = Math.min(length, Math.min(count, ring.length - start));
            System.arraycopy(ring, start, into, offset, n);
            start = (start + n) % ring.length;
            count -= n;
            changed.signalAll();
            return n;
        } finally {
            lock.unlock();
        }
    }

    private int end() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
        return -1;
    }

    private void awaitBytes(int timeoutMillis) throws IOException {
        long nanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
        try {
            while (count == 0 && !ended && !closed) {
                if (timeoutMillis == 0) {
                    changed.await();
                } else if (nanos <= 0) {
                    throw new SocketTimeoutException("Nothing came for " + timeoutMillis + " ms");
                } else {
                    nanos = changed.awaitNanos(nanos);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }
}
