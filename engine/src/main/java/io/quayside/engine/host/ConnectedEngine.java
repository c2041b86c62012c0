package io.quayside.engine.host;

import io.quayside.engine.endpoint.EngineEndpoint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// An engine that is simply there, or not: Quayside has no part in its life.
public final class ConnectedEngine extends HostWithState {
    private static final Duration PING = Duration.ofSeconds(5);

    private final EngineEndpoint endpoint;
    private final EnginePing ping;

    public ConnectedEngine(EngineEndpoint endpoint) {
        this(endpoint, EnginePing.overApi(), Clock.systemUTC());
    }

    ConnectedEngine(EngineEndpoint endpoint, EnginePing ping, Clock clock) {
        super(clock);
        this.endpoint = endpoint;
        this.ping = ping;
    }

    @Override
    public EngineEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public HostState refresh() {
        try {
            return switch (ping.ask(endpoint, PING)) {
                case EnginePing.Answer.Alive() -> state.measured(HostPhase.RUNNING, Optional.empty());
                case EnginePing.Answer.Absent(String why) ->
                    state.measured(
                            HostPhase.STOPPED, Optional.of(new HostProblem.NothingThere(endpoint.display(), why)));
                case EnginePing.Answer.Wrong(String why) ->
                    state.measured(
                            HostPhase.DEGRADED, Optional.of(new HostProblem.NothingThere(endpoint.display(), why)));
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return state.get();
        }
    }

    @Override
    public boolean canStartAndStop() {
        return false;
    }

    @Override
    public void start() throws HostException {
        throw new HostException(new HostProblem.NotOurs(endpoint.display()));
    }

    @Override
    public void stop() throws HostException {
        throw new HostException(new HostProblem.NotOurs(endpoint.display()));
    }

    @Override
    public Optional<Path> log() {
        return Optional.empty();
    }
}
