package io.quayside.desktop.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends one task's work early: closes what the work registered, last registered first, then interrupts its thread.
///
/// Closing may wait for a socket, so it runs on the executor and never on the thread that asked (often the FX thread).
/// The lock covers the fields only. An interrupt is sent under the lock, so that it can't reach the thread once
/// [#leave()] has returned.
final class TaskCancel {
    private static final Logger LOG = LoggerFactory.getLogger(TaskCancel.class);

    private final Executor executor;
    private final Deque<AutoCloseable> closers = new ArrayDeque<>();
    private boolean asked;
    private boolean left;
    private @Nullable Thread worker;

    TaskCancel(Executor executor) {
        this.executor = executor;
    }

    /// The work begins on the calling thread. It may have been asked to end before that.
    synchronized void enter() {
        worker = Thread.currentThread();
        if (asked) {
            worker.interrupt();
        }
    }

    /// The work has returned or thrown: from here on cancelling does nothing. Clears a late interrupt.
    synchronized void leave() {
        left = true;
        worker = null;
        closers.clear();
        Thread.interrupted();
    }

    synchronized boolean isAsked() {
        return asked;
    }

    void ask() {
        synchronized (this) {
            if (asked || left) {
                return;
            }
            asked = true;
        }
        executor.execute(this::carryOut);
    }

    Subscription onCancel(AutoCloseable close) {
        synchronized (this) {
            if (!asked) {
                closers.push(close);
                return () -> remove(close);
            }
        }
        closeQuietly(close);
        return () -> {};
    }

    private synchronized void remove(AutoCloseable close) {
        closers.removeFirstOccurrence(close);
    }

    private void carryOut() {
        List<AutoCloseable> due;
        synchronized (this) {
            due = List.copyOf(closers);
            closers.clear();
        }
        due.forEach(TaskCancel::closeQuietly);
        synchronized (this) {
            if (worker != null) {
                worker.interrupt();
            }
        }
    }

    /// A closer that fails must not keep the others from closing; the work itself reports what matters.
    @SuppressWarnings("IllegalCatch")
    private static void closeQuietly(AutoCloseable close) {
        try {
            close.close();
        } catch (Exception failure) {
            LOG.debug("Cancelling could not close {}", close.getClass().getName(), failure);
        }
    }
}
