package io.quayside.benchmarks.compose;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Stands for the thread that paints where there is no window. One thread, `bench-paint`, does all it is given.
final class PaintThread implements FxThread, AutoCloseable {
    private volatile @Nullable Thread own;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread made = Thread.ofPlatform().name("bench-paint").daemon().unstarted(work);
        own = made;
        return made;
    });

    @Override
    public void run(Runnable work) {
        if (isCurrent()) {
            work.run();
        } else {
            thread.execute(work);
        }
    }

    @Override
    public Subscription after(Duration delay, Runnable work) {
        ScheduledFuture<?> later = thread.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> later.cancel(false);
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread().equals(own);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
