package io.quayside.desktop.state;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Runs work at most once in a given time: at once after a quiet time, else as soon as the time is over, once for any
/// number of requests.
///
/// Requests come from any thread; the work runs on the executor's only thread.
public final class Throttle {
    private final ScheduledExecutorService executor;
    private final long gapNanos;
    private final Runnable work;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile long lastRun;

    /// @param executor has one thread, so that the work never runs twice at a time
    public Throttle(ScheduledExecutorService executor, Duration gap, Runnable work) {
        this.executor = executor;
        this.gapNanos = gap.toNanos();
        this.work = work;
        this.lastRun = System.nanoTime() - gapNanos;
    }

    /// Sees to it that the work runs after now. Does nothing once the executor is shut down.
    public void request() {
        if (!asked.compareAndSet(false, true)) {
            return;
        }
        long wait = Math.clamp(lastRun + gapNanos - System.nanoTime(), 0, gapNanos);
        try {
            executor.schedule(this::run, wait, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            asked.set(false); // closing: nobody waits for this run any more
        }
    }

    private void run() {
        lastRun = System.nanoTime();
        asked.set(false);
        work.run();
    }
}
