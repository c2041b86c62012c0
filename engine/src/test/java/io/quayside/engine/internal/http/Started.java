package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Something that a test has started on a virtual thread of its own, to be interrupted or waited for.
final class Started<T> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FutureTask<T> task;
    private final Thread thread;

    private Started(Callable<T> work) {
        task = new FutureTask<>(work);
        thread = Thread.ofVirtual().name("test").start(task);
    }

    static <T> Started<T> run(Callable<T> work) {
        return new Started<>(work);
    }

    void interrupt() {
        thread.interrupt();
    }

    T result() throws InterruptedException, TimeoutException, ExecutionException {
        return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// The exception that it ended with.
    Throwable failure() throws InterruptedException, TimeoutException {
        try {
            throw new AssertionError("ended with " + result());
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    /// Waits until the thread is blocked in the call that is to be ended.
    void awaitBlocked() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            assertTrue(System.nanoTime() < deadline && thread.isAlive(), () -> "not blocked: " + thread.getState());
            Thread.onSpinWait();
        }
    }
}
