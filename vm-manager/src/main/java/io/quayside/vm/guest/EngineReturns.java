package io.quayside.vm.guest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// When to look for an engine again that was away: at once when somebody knows that it is back, else after
/// 1, 2, 4 … 30 seconds. One thread waits; any thread tells.
public final class EngineReturns implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Semaphore told = new Semaphore(0);
    private volatile boolean closed;
    private Duration pause = FIRST;

    /// The engine runs again.
    public void tell() {
        told.release();
    }

    /// It answered: the next wait is a short one.
    public void answered() {
        pause = FIRST;
    }

    /// Waits until the engine may be back.
    ///
    /// @return whether to go on; false once closed
    public boolean await() throws InterruptedException {
        if (!closed) {
            boolean _ = told.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            told.drainPermits();
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
        return !closed;
    }

    public boolean isClosed() {
        return closed;
    }

    /// Nobody waits any more.
    @Override
    public void close() {
        closed = true;
        told.release();
    }
}
