package io.quayside.vm.lifecycle;

import io.quayside.vm.model.GuestStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The steps that the guest has reported, for threads that wait for one.
final class GuestSteps {
    private static final int ATTEMPTS = 3;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final List<GuestStep> steps = new ArrayList<>();
    private int endsOfTheEngine;

    void add(GuestStep step) {
        lock.lock();
        try {
            steps.add(step);
            added.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// An engine that ends again and again before it ever answered won't come: that counts as a failed step.
    void engine(String state, String error) {
        lock.lock();
        try {
            if (state.equals("running")) {
                endsOfTheEngine = 0;
            } else if (++endsOfTheEngine == ATTEMPTS) {
                add(new GuestStep("engine-start", 0, error.isEmpty() ? "it ended" : error));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether the guest has begun to stop in good order.
    boolean stopping() {
        return all().stream().anyMatch(step -> step.name().equals("stopping"));
    }

    List<GuestStep> all() {
        lock.lock();
        try {
            return List.copyOf(steps);
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the step, or for any that failed; empty if neither came in time.
    Optional<GuestStep> await(String name, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                for (GuestStep step : steps) {
                    if (step.failed() || step.name().equals(name)) {
                        return Optional.of(step);
                    }
                }
                if (left <= 0) {
                    return Optional.empty();
                }
                left = added.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
