package io.quayside.desktop.task;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/// The FX thread of the running toolkit.
///
/// Delays wait on a thread of their own and not in a `PauseTransition`: an animation, even an idle one, makes the
/// toolkit
/// paint sixty times a second until it ends.
public final class PlatformFxThread implements FxThread {
    private final ScheduledThreadPoolExecutor delays;

    public PlatformFxThread() {
        delays = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("fx-delay").factory());
        delays.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void run(Runnable work) {
        if (isCurrent()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    @Override
    public Subscription after(Duration delay, Runnable work) {
        Delayed delayed = new Delayed(work);
        Future<?> wait = delays.schedule(() -> Platform.runLater(delayed::fire), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            delayed.closed = true;
            wait.cancel(false);
        };
    }

    @Override
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    /// Looks at `closed` once more on the FX thread, as the delay may have ended just before it was closed.
    private static final class Delayed {
        private final Runnable work;
        private volatile boolean closed;

        Delayed(Runnable work) {
            this.work = work;
        }

        void fire() {
            if (!closed) {
                work.run();
            }
        }
    }
}
