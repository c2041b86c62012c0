package io.quayside.benchmarks.compose;

import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.session.EngineSource;
import io.quayside.desktop.state.session.EngineTarget;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The one engine of a session, which is there.
record BenchEngine(Path path) implements EngineSource, EngineTarget {
    @Override
    public List<EngineChoice> choices() {
        return List.of(new EngineChoice("unix://" + path, "bench", "unix://" + path, Optional.empty()));
    }

    @Override
    public Optional<EngineChoice> preferred() {
        return Optional.of(choices().getFirst());
    }

    @Override
    public EngineTarget target(EngineChoice choice) {
        return this;
    }

    @Override
    public Engine connect() throws EngineException {
        return EngineFactory.connect(new EngineEndpoint.UnixSocket(path));
    }

    @Override
    public Optional<Path> socket() {
        return Optional.of(path);
    }

    @Override
    public boolean canStartAndStop() {
        return false;
    }

    @Override
    public void start(Consumer<List<EngineStatus.Step>> steps) {
        throw new IllegalStateException("It isn't Quayside's own");
    }

    @Override
    public void stop() {
        throw new IllegalStateException("It isn't Quayside's own");
    }
}
