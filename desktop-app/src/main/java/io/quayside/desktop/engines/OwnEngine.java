package io.quayside.desktop.engines;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.session.EngineTarget;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.StartStep;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Quayside's own engine, which it starts and stops.
record OwnEngine(EngineHost host) implements EngineTarget {
    @Override
    public Engine connect() throws EngineException {
        return EngineFactory.connect(host.endpoint());
    }

    @Override
    public Optional<Path> socket() {
        return host.endpoint() instanceof EngineEndpoint.UnixSocket unix ? Optional.of(unix.path()) : Optional.empty();
    }

    @Override
    public boolean canStartAndStop() {
        return host.canStartAndStop();
    }

    @Override
    public void start(Consumer<List<EngineStatus.Step>> steps) throws HostException, InterruptedException {
        Runnable end = host.onState(state ->
                steps.accept(state.steps().stream().map(OwnEngine::step).toList()));
        try {
            host.start();
        } finally {
            end.run();
        }
    }

    @Override
    public void stop() throws HostException, InterruptedException {
        host.stop();
    }

    static EngineStatus.Step step(StartStep step) {
        return new EngineStatus.Step(step.name(), step.began(), step.took());
    }
}
