package io.quayside.desktop.task;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Runs FX work at once on the calling thread, one at a time, and keeps a clock of its own: delayed work runs when a
/// test moves the clock with [#advance(Duration)].
public final class InlineFxThread implements FxThread, InstantSource {
    private record Delayed(Instant due, long order, Runnable work) {}

    private final PriorityQueue<Delayed> delayed =
            new PriorityQueue<>(Comparator.comparing(Delayed::due).thenComparingLong(Delayed::order));
    private Instant now = Instant.parse("2026-11-21T09:00:00Z");
    private long calls;
    private long posts;

    @Override
    public synchronized void run(Runnable work) {
        posts++;
        work.run();
    }

    @Override
    public synchronized Subscription after(Duration delay, Runnable work) {
        Delayed entry = new Delayed(now.plus(delay), calls++, work);
        delayed.add(entry);
        return () -> remove(entry);
    }

    private synchronized void remove(Delayed entry) {
        delayed.remove(entry);
    }

    @Override
    public boolean isCurrent() {
        return true;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    /// Moves the clock, running what falls due on the way, in order.
    public synchronized void advance(Duration by) {
        Instant end = now.plus(by);
        while (!delayed.isEmpty() && !delayed.peek().due().isAfter(end)) {
            Delayed next = delayed.remove();
            now = next.due();
            posts++;
            next.work().run();
        }
        now = end;
    }

    /// How often work reached the FX thread so far.
    public synchronized long posts() {
        return posts;
    }

    /// How many delayed pieces of work wait for their time.
    public synchronized int waiting() {
        return delayed.size();
    }
}
