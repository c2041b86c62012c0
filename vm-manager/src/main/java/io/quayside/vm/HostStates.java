package io.quayside.vm;

import io.quayside.engine.host.HostPhase;
import io.quayside.engine.host.HostProblem;
import io.quayside.engine.host.HostState;
import io.quayside.engine.host.StartStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The state of one host, for those who ask, listen or wait. Any thread; listeners are called one change at a time, in
/// order, on the thread that made it.
final class HostStates {
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ReentrantLock telling = new ReentrantLock();
    private final List<Consumer<HostState>> listeners = new CopyOnWriteArrayList<>();
    private HostState state;

    HostStates(Clock clock) {
        this.clock = clock;
        state = new HostState(HostPhase.STOPPED, clock.instant(), List.of(), Optional.empty());
    }

    HostState get() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    Runnable listen(Consumer<HostState> listener) {
        telling.lock();
        try {
            listeners.add(listener);
            listener.accept(get());
        } finally {
            telling.unlock();
        }
        return () -> listeners.remove(listener);
    }

    HostState await(Predicate<HostState> wanted, Duration limit) throws InterruptedException {
        long left = limit.toNanos();
        lock.lockInterruptibly();
        try {
            while (!wanted.test(state) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return state;
        } finally {
            lock.unlock();
        }
    }

    /// The outcome of a start or stop, or its beginning.
    HostState go(HostPhase phase, Optional<HostProblem> problem) {
        return set(before -> before.phase() == HostPhase.STARTING || phase != HostPhase.STARTING
                ? next(before, phase, finished(before.steps()), problem)
                : next(before, phase, List.of(), problem));
    }

    /// What a measurement found; it can't end a start or stop that is under way.
    HostState measured(HostPhase phase, Optional<HostProblem> problem) {
        return set(before ->
                HostPhase.settled().contains(before.phase()) ? next(before, phase, before.steps(), problem) : before);
    }

    /// The next step of a start begins, and the one before it is done.
    void step(String name) {
        set(before -> {
            List<StartStep> steps = new ArrayList<>(finished(before.steps()));
            steps.add(new StartStep(name, clock.instant(), Optional.empty()));
            return next(before, before.phase(), steps, before.problem());
        });
    }

    private List<StartStep> finished(List<StartStep> steps) {
        Instant now = clock.instant();
        return steps.stream()
                .map(step -> step.took().isPresent()
                        ? step
                        : new StartStep(step.name(), step.began(), Optional.of(Duration.between(step.began(), now))))
                .toList();
    }

    private HostState next(HostState before, HostPhase phase, List<StartStep> steps, Optional<HostProblem> problem) {
        Instant since = phase == before.phase() ? before.since() : clock.instant();
        return new HostState(phase, since, steps, problem);
    }

    private interface Change {
        HostState of(HostState before);
    }

    private HostState set(Change change) {
        telling.lock();
        try {
            HostState before = get();
            HostState after = change.of(before);
            if (after.equals(before)) {
                return before;
            }
            lock.lock();
            try {
                state = after;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
            listeners.forEach(listener -> listener.accept(after));
            return after;
        } finally {
            telling.unlock();
        }
    }
}
