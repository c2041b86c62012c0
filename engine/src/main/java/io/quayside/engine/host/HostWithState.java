package io.quayside.engine.host;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A host that keeps its state in a cell, for those who read it, listen to it or wait for it.
public abstract class HostWithState implements EngineHost {
    /// Thread-safe; only the host itself changes it.
    protected final HostStateCell state;

    /// @param clock tells since when the host is in a phase
    protected HostWithState(Clock clock) {
        state = new HostStateCell(clock, HostPhase.STOPPED);
    }

    @Override
    public final HostState state() {
        return state.get();
    }

    @Override
    public final Runnable onState(Consumer<HostState> listener) {
        return state.listen(listener);
    }

    @Override
    public final HostState await(Predicate<HostState> wanted, Duration limit) throws InterruptedException {
        return state.await(wanted, limit);
    }
}
