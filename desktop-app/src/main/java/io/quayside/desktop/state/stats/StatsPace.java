package io.quayside.desktop.state.stats;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Has the figures of all containers read together, so that a computer at rest wakes once a second for all of them.
///
/// A Docker engine measures its containers one after the other in one pass a second, some 40 ms for 50 of them, and
/// writes each to its stream at once. One reader waits for that: it leads. The others are let through a moment after
/// it has read, when theirs are there as well. When an engine doesn't work that way, or the one that leads says
/// nothing, everybody reads for himself.
///
/// Any thread may call; waiting is meant for virtual threads.
final class StatsPace {
    /// What an engine needs at most from its first container to the last.
    private static final Duration PASS = Duration.ofMillis(150);

    /// How long the others wait for the one that leads.
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private @Nullable StatsStream leader; // guarded by this
    private CountDownLatch gate = new CountDownLatch(1); // guarded by this
    private int waiting; // at the gate; guarded by this

    /// Returns once `reader` may read, whether it leads: if nobody does, or it is closed, at once.
    boolean await(StatsStream reader) throws InterruptedException {
        CountDownLatch next;
        boolean first;
        synchronized (this) {
            if (leader == null) {
                leader = reader;
            }
            if (leader == reader || reader.isClosed()) {
                return true;
            }
            next = gate;
            first = waiting++ == 0;
        }
        // Only one looks at the clock: each that did would wake a thread.
        if (!first) {
            next.await();
            return false;
        }
        return !next.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && takesOver(reader, next);
    }

    private synchronized boolean takesOver(StatsStream reader, CountDownLatch closed) {
        if (closed.getCount() == 0) {
            return false;
        }
        leader = reader;
        open();
        return true;
    }

    /// A sample of `reader` has come. If it leads, the others are let through before this returns.
    void arrived(StatsStream reader) throws InterruptedException {
        synchronized (this) {
            if (leader != reader || waiting == 0) {
                return;
            }
        }
        Thread.sleep(PASS);
        open();
    }

    /// `reader` reads no more; nobody waits for it.
    synchronized void leave(StatsStream reader) {
        if (leader == reader) {
            leader = null;
        }
        open();
    }

    private synchronized void open() {
        gate.countDown();
        gate = new CountDownLatch(1);
        waiting = 0;
    }
}
