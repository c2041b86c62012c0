package io.quayside.desktop.engines;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.session.EngineTarget;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// An engine that is simply there: somebody else starts and stops it.
record ReachedEngine(EngineEndpoint endpoint) implements EngineTarget {
    @Override
    public Engine connect() throws EngineException {
        return EngineFactory.connect(endpoint);
    }

    @Override
    public Optional<Path> socket() {
        return endpoint instanceof EngineEndpoint.UnixSocket unix ? Optional.of(unix.path()) : Optional.empty();
    }

    @Override
    public boolean canStartAndStop() {
        return false;
    }

    @Override
    public void start(Consumer<List<EngineStatus.Step>> steps) {
        throw new UnsupportedOperationException("Quayside doesn't start " + endpoint.display());
    }

    @Override
    public void stop() {
        throw new UnsupportedOperationException("Quayside doesn't stop " + endpoint.display());
    }
}
