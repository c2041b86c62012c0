package io.quayside.benchmarks.engine;

import java.util.concurrent.CountDownLatch;

/// Holds a list of the [MockEngine] back, and knows when it went out. Any thread.
public final class ListGate {
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile long writtenAt;

    ListGate() {}

    /// Lets no list out until [#release()].
    public void hold() {
        gate = new CountDownLatch(1);
    }

    /// Ends [#hold()].
    public void release() {
        gate.countDown();
    }

    /// When the latest list had been written whole, by [System#nanoTime()]; 0 before the first.
    public long writtenAt() {
        return writtenAt;
    }

    void pass() throws InterruptedException {
        gate.await();
    }

    void written() {
        writtenAt = System.nanoTime();
    }
}
