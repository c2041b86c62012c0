package io.quayside.desktop.state;

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

/// The only engine there is: the one behind a socket.
public record OneEngine(Path socket) implements EngineSource {
    @Override
    public List<EngineChoice> choices() {
        return List.of(choice());
    }

    @Override
    public Optional<EngineChoice> preferred() {
        return Optional.of(choice());
    }

    @Override
    public EngineTarget target(EngineChoice choice) {
        return new Target(socket);
    }

    private EngineChoice choice() {
        return new EngineChoice("unix://" + socket, "test", "unix://" + socket, Optional.empty());
    }

    private record Target(Path path) implements EngineTarget {
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
            throw new IllegalStateException("Not Quayside's own");
        }

        @Override
        public void stop() {
            throw new IllegalStateException("Not Quayside's own");
        }
    }
}
