package io.quayside.engine.logs;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Lets readers see what one thread writes: at once after a pause, and no more often than every 20 ms in a flood.
/// Engines
/// send lines one by one, and two writes to the disk for each of them would cost more than everything else.
///
/// One thread writes and calls [#came()]; a virtual thread of its own publishes what came after the last time.
final class PublishedInBatches implements AutoCloseable {
    /// Something that lets readers see all that was written. Any thread.
    interface Publishing {
        void publish() throws IOException;
    }

    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private final Publishing publishing;
    private final Thread later;
    private volatile long last = System.nanoTime() - PAUSE;
    private volatile boolean waiting;
    private volatile boolean ended;
    private volatile @Nullable IOException failure;

    /// @param containerId whose output it is
    PublishedInBatches(String containerId, Publishing publishing) {
        this.publishing = publishing;
        this.later = Thread.ofVirtual().name("log-publish-" + containerId).unstarted(this::publishLater);
    }

    PublishedInBatches start() {
        later.start();
        return this;
    }

    /// Something was written.
    void came() throws IOException {
        IOException wrong = failure;
        if (wrong != null) {
            throw wrong;
        }
        if (waiting) {
            return;
        }
        if (System.nanoTime() - last >= PAUSE) {
            publishing.publish();
            last = System.nanoTime();
        } else {
            waiting = true;
            LockSupport.unpark(later);
        }
    }

    private void publishLater() {
        while (!ended) {
            if (!waiting) {
                LockSupport.park(this);
                continue;
            }
            long rest = last + PAUSE - System.nanoTime();
            if (rest > 0) {
                LockSupport.parkNanos(this, rest);
                continue;
            }
            waiting = false; // before it looks: what is written from now on is for the next time
            last = System.nanoTime();
            try {
                publishing.publish();
            } catch (IOException e) {
                failure = e;
                return;
            }
        }
    }

    /// What was written last is for the caller to publish.
    @Override
    public void close() {
        ended = true;
        LockSupport.unpark(later);
    }
}
