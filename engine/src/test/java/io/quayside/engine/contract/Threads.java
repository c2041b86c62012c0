package io.quayside.engine.contract;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calls that are made on a virtual thread, as the app makes them.
final class Threads {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Threads() {}

    /// A call under way.
    record Running<T>(Thread thread, FutureTask<T> task) {

        /// The call's result; a failure of the call is thrown as it is.
        T result() throws Exception {
            try {
                return task.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                throw e;
            } catch (TimeoutException e) {
                throw new AssertionError("the call didn't end", e);
            }
        }
    }

    /// Starts a call and waits until its thread waits in it.
    static <T> Running<T> startBlocked(Callable<T> call) throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        FutureTask<T> task = new FutureTask<>(() -> {
            started.countDown();
            return call.call();
        });
        Thread thread = Thread.ofVirtual().name("contract-call").start(task);
        started.await();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (thread.getState() == Thread.State.RUNNABLE && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return new Running<>(thread, task);
    }
}
