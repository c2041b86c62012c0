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
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition added = lock.newCondition();
    private final List<GuestStep> steps = new ArrayList<>();

    void add(GuestStep step) {
        lock.lock();
        try {
            steps.add(step);
            added.signalAll();
        } finally {
            lock.unlock();
        }
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
