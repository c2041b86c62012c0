package io.quayside.desktop.state.session;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.EngineStatus.Connected;
import io.quayside.desktop.state.EngineStatus.Connecting;
import io.quayside.desktop.state.EngineStatus.Disconnected;
import io.quayside.desktop.state.EngineStatus.NoEngine;
import io.quayside.desktop.state.EngineStatus.Starting;
import io.quayside.desktop.state.EngineStatus.Stopped;
import io.quayside.desktop.state.EngineStatus.Stopping;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The states of a session and what leads from one to the other, without doing anything itself.
final class SessionMachine {
    /// What is to be done on the way into a state.
    enum Effect {
        /// Nothing.
        NONE,
        /// Try to connect, now.
        CONNECT,
        /// Try to connect after [#delay(int)], or when the socket appears.
        WAIT,
        /// Start Quayside's own engine.
        START_HOST,
        /// Let go of the engine and stop it.
        STOP_HOST
    }

    /// Where a session stands.
    ///
    /// @param failures attempts in a row that failed
    /// @param lastSeen when the engine answered last
    record State(EngineStatus status, int failures, Optional<Instant> lastSeen) {
        static final State INITIAL = new State(new NoEngine(), 0, Optional.empty());
    }

    /// @param state the same as before if the signal means nothing there
    record Step(State state, Effect effect) {}

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private SessionMachine() {}

    /// How long to wait after so many failures in a row: 1, 2, 4 … 30 s.
    static Duration delay(int failures) {
        Duration delay = Duration.ofSeconds(1L << Math.clamp(failures - 1L, 0, 5));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }

    static Step next(State state, SessionSignal signal, Instant now) {
        return switch (signal) {
            case SessionSignal.Chosen ignored ->
                new Step(new State(new Connecting(now), 0, Optional.empty()), Effect.CONNECT);
            case SessionSignal.Try ignored -> tryAgain(state, state.failures());
            case SessionSignal.Appeared ignored -> tryAgain(state, 0);
            case SessionSignal.Reached reached -> reached(state, reached, now);
            case SessionSignal.Failed(Problem problem) -> failed(state, problem, now);
            case SessionSignal.Lost(Problem problem) -> lost(state, problem, now);
            case SessionSignal.StartAsked ignored -> startAsked(state, now);
            case SessionSignal.Progress(List<EngineStatus.Step> steps) -> progress(state, steps);
            case SessionSignal.HostRuns ignored ->
                state.status() instanceof Starting
                        ? new Step(new State(state.status(), 0, state.lastSeen()), Effect.CONNECT)
                        : same(state);
            case SessionSignal.HostFailed(Problem problem) -> hostFailed(state, problem);
            case SessionSignal.StopAsked ignored ->
                canStop(state.status())
                        ? new Step(new State(new Stopping(now), 0, state.lastSeen()), Effect.STOP_HOST)
                        : same(state);
            case SessionSignal.HostStopped ignored ->
                state.status() instanceof Stopping
                        ? new Step(new State(new Stopped(now), 0, state.lastSeen()), Effect.NONE)
                        : same(state);
        };
    }

    private static Step tryAgain(State state, int failures) {
        if (state.status()
                instanceof Disconnected(Optional<Instant> seen, Problem problem, Optional<Instant> ignored)) {
            EngineStatus status = new Disconnected(seen, problem, Optional.empty());
            return new Step(new State(status, failures, state.lastSeen()), Effect.CONNECT);
        }
        return same(state);
    }

    private static Step reached(State state, SessionSignal.Reached reached, Instant now) {
        return switch (state.status()) {
            case Connecting ignored -> connected(reached, now);
            case Disconnected ignored -> connected(reached, now);
            case Starting ignored -> connected(reached, now);
            default -> same(state);
        };
    }

    private static Step connected(SessionSignal.Reached reached, Instant now) {
        EngineStatus status = new Connected(now, reached.version(), reached.apiVersion());
        return new Step(new State(status, 0, Optional.of(now)), Effect.NONE);
    }

    private static Step failed(State state, Problem problem, Instant now) {
        return switch (state.status()) {
            case Connecting ignored -> waitAfter(state, problem, now);
            case Disconnected ignored -> waitAfter(state, problem, now);
            case Starting ignored -> waitAfter(state, problem, now);
            default -> same(state);
        };
    }

    private static Step lost(State state, Problem problem, Instant now) {
        return state.status() instanceof Connected
                ? waitAfter(new State(state.status(), 0, Optional.of(now)), problem, now)
                : same(state);
    }

    private static Step waitAfter(State state, Problem problem, Instant now) {
        int failures = state.failures() + 1;
        EngineStatus status = new Disconnected(state.lastSeen(), problem, Optional.of(now.plus(delay(failures))));
        return new Step(new State(status, failures, state.lastSeen()), Effect.WAIT);
    }

    private static Step startAsked(State state, Instant now) {
        boolean running = switch (state.status()) {
            case Connected ignored -> true;
            case Starting ignored -> true;
            case Stopping ignored -> true;
            default -> false;
        };
        return running
                ? same(state)
                : new Step(new State(new Starting(now, List.of()), 0, state.lastSeen()), Effect.START_HOST);
    }

    private static Step progress(State state, List<EngineStatus.Step> steps) {
        return state.status() instanceof Starting(Instant since, List<EngineStatus.Step> ignored)
                ? new Step(new State(new Starting(since, steps), state.failures(), state.lastSeen()), Effect.NONE)
                : same(state);
    }

    private static Step hostFailed(State state, Problem problem) {
        return switch (state.status()) {
            case Starting ignored -> stay(state, problem);
            case Stopping ignored -> stay(state, problem);
            default -> same(state);
        };
    }

    /// The user has to decide what happens next; nothing is tried by itself.
    private static Step stay(State state, Problem problem) {
        EngineStatus status = new Disconnected(state.lastSeen(), problem, Optional.empty());
        return new Step(new State(status, 0, state.lastSeen()), Effect.NONE);
    }

    private static boolean canStop(EngineStatus status) {
        return status instanceof Connected || status instanceof Disconnected || status instanceof Starting;
    }

    private static Step same(State state) {
        return new Step(state, Effect.NONE);
    }
}
