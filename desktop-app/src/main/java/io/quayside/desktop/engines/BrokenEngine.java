package io.quayside.desktop.engines;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.session.EngineTarget;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.UnreachableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An engine whose description can't be used; the reason shows where a failed connection would.
record BrokenEngine(String name, String problem) implements EngineTarget {
    @Override
    public Engine connect() throws EngineException {
        throw new UnreachableException(null, UnreachableException.Reason.OTHER, name, problem, null);
    }

    @Override
    public Optional<Path> socket() {
        return Optional.empty();
    }

    @Override
    public boolean canStartAndStop() {
        return false;
    }

    @Override
    public void start(Consumer<List<EngineStatus.Step>> steps) {
        throw new UnsupportedOperationException(problem);
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException(problem);
    }
}
