package io.quayside.engine.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The state of a host, its listeners and those who wait; for those who write a host. One lock guards the state;
/// listeners are called outside of it, in the order of the changes, and only of changes.
public final class HostStateCell {
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final ReentrantLock telling = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Consumer<HostState>> listeners = new CopyOnWriteArrayList<>();
    private HostState state;

    /// @param clock tells since when a host is in a phase
    public HostStateCell(Clock clock, HostPhase first) {
        this.clock = clock;
        state = new HostState(first, clock.instant(), List.of(), Optional.empty());
    }

    /// The present state.
    public HostState get() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /// Calls the listener with the present state and then with each other one, until the result is run.
    public Runnable listen(Consumer<HostState> listener) {
        telling.lock();
        try {
            listeners.add(listener);
            listener.accept(get());
        } finally {
            telling.unlock();
        }
        return () -> listeners.remove(listener);
    }

    /// Goes to a phase with its problem, unless the present phase forbids it. Returns the state then.
    public HostState go(HostPhase phase, Optional<HostProblem> problem) {
        return go(phase, problem, Optional.empty());
    }

    /// Goes to a phase only from a settled one: what a measurement may do, which can't end a start or stop.
    public HostState measured(HostPhase phase, Optional<HostProblem> problem) {
        telling.lock();
        try {
            return HostPhase.settled().contains(get().phase()) ? go(phase, problem) : get();
        } finally {
            telling.unlock();
        }
    }

    /// Begins a start or stop, without the steps of the last one. False when one is under way.
    public boolean begin(HostPhase phase) {
        telling.lock();
        try {
            if (!HostPhase.settled().contains(get().phase())) {
                return false;
            }
            go(phase, Optional.empty(), Optional.of(List.of()));
            return true;
        } finally {
            telling.unlock();
        }
    }

    /// Begins a start or stop once the one under way has ended. False when that takes longer than this.
    public boolean awaitTurn(HostPhase phase, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!begin(phase)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            await(now -> HostPhase.settled().contains(now.phase()), Duration.ofNanos(left));
        }
        return true;
    }

    /// The steps of the start that is under way, or was the last one.
    public void steps(List<StartStep> steps) {
        go(get().phase(), get().problem(), Optional.of(steps));
    }

    /// Waits until the state is as wanted, or for so long, and returns the state then.
    public HostState await(Predicate<HostState> wanted, Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (!wanted.test(state) && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return state;
        } finally {
            lock.unlock();
        }
    }

    private HostState go(HostPhase phase, Optional<HostProblem> problem, Optional<List<StartStep>> steps) {
        telling.lock();
        try {
            HostState before = get();
            HostState next = replace(phase, problem, steps);
            if (!next.equals(before)) {
                listeners.forEach(listener -> listener.accept(next));
            }
            return next;
        } finally {
            telling.unlock();
        }
    }

    private HostState replace(HostPhase phase, Optional<HostProblem> problem, Optional<List<StartStep>> steps) {
        lock.lock();
        try {
            if (!phase.mayFollow(state.phase())) {
                throw new IllegalStateException(phase + " after " + state.phase());
            }
            Instant since = phase == state.phase() ? state.since() : clock.instant();
            state = new HostState(phase, since, steps.orElse(state.steps()), problem);
            changed.signalAll();
            return state;
        } finally {
            lock.unlock();
        }
    }
}
