package io.quayside.desktop.state.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.session.SessionMachine.Effect;
import io.quayside.desktop.state.session.SessionMachine.State;
import io.quayside.desktop.state.session.SessionMachine.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SessionMachineTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Problem GONE = new Problem("Gone.", "", List.of(), Optional.empty(), List.of(), "gone", true);

    private static final EngineStatus NONE = new EngineStatus.NoEngine();
    private static final EngineStatus CONNECTING = new EngineStatus.Connecting(NOW);
    private static final EngineStatus STARTING = new EngineStatus.Starting(NOW, List.of());
    private static final EngineStatus CONNECTED = new EngineStatus.Connected(NOW, "28.5.2", "1.51");
    private static final EngineStatus WAITING =
            new EngineStatus.Disconnected(Optional.empty(), GONE, Optional.of(NOW.plusSeconds(1)));
    private static final EngineStatus STOPPING = new EngineStatus.Stopping(NOW);
    private static final EngineStatus STOPPED = new EngineStatus.Stopped(NOW);
    private static final List<EngineStatus> ALL =
            List.of(NONE, CONNECTING, STARTING, CONNECTED, WAITING, STOPPING, STOPPED);

    private static final SessionSignal CHOSEN = new SessionSignal.Chosen();
    private static final SessionSignal TRY = new SessionSignal.Try();
    private static final SessionSignal APPEARED = new SessionSignal.Appeared();
    private static final SessionSignal REACHED = new SessionSignal.Reached("28.5.2", "1.51");
    private static final SessionSignal FAILED = new SessionSignal.Failed(GONE);
    private static final SessionSignal LOST = new SessionSignal.Lost(GONE);
    private static final SessionSignal START = new SessionSignal.StartAsked();
    private static final SessionSignal RUNS = new SessionSignal.HostRuns();
    private static final SessionSignal BROKE = new SessionSignal.HostFailed(GONE);
    private static final SessionSignal STOP = new SessionSignal.StopAsked();
    private static final SessionSignal ENDED = new SessionSignal.HostStopped();
    private static final List<SessionSignal> SIGNALS =
            List.of(CHOSEN, TRY, APPEARED, REACHED, FAILED, LOST, START, RUNS, BROKE, STOP, ENDED);

    private record Known(EngineStatus from, SessionSignal signal, Class<? extends EngineStatus> to, Effect effect) {}

    private static Known known(
            EngineStatus from, SessionSignal signal, Class<? extends EngineStatus> to, Effect effect) {
        return new Known(from, signal, to, effect);
    }

    private static List<Known> transitions() {
        Stream<Known> chosen =
                ALL.stream().map(from -> known(from, CHOSEN, EngineStatus.Connecting.class, Effect.CONNECT));
        Stream<Known> others = Stream.of(
                known(WAITING, TRY, EngineStatus.Disconnected.class, Effect.CONNECT),
                known(WAITING, APPEARED, EngineStatus.Disconnected.class, Effect.CONNECT),
                known(CONNECTING, REACHED, EngineStatus.Connected.class, Effect.NONE),
                known(WAITING, REACHED, EngineStatus.Connected.class, Effect.NONE),
                known(STARTING, REACHED, EngineStatus.Connected.class, Effect.NONE),
                known(CONNECTING, FAILED, EngineStatus.Disconnected.class, Effect.WAIT),
                known(WAITING, FAILED, EngineStatus.Disconnected.class, Effect.WAIT),
                known(STARTING, FAILED, EngineStatus.Disconnected.class, Effect.WAIT),
                known(CONNECTED, LOST, EngineStatus.Disconnected.class, Effect.WAIT),
                known(NONE, START, EngineStatus.Starting.class, Effect.START_HOST),
                known(CONNECTING, START, EngineStatus.Starting.class, Effect.START_HOST),
                known(WAITING, START, EngineStatus.Starting.class, Effect.START_HOST),
                known(STOPPED, START, EngineStatus.Starting.class, Effect.START_HOST),
                known(STARTING, RUNS, EngineStatus.Starting.class, Effect.CONNECT),
                known(STARTING, BROKE, EngineStatus.Disconnected.class, Effect.NONE),
                known(STOPPING, BROKE, EngineStatus.Disconnected.class, Effect.NONE),
                known(CONNECTED, STOP, EngineStatus.Stopping.class, Effect.STOP_HOST),
                known(WAITING, STOP, EngineStatus.Stopping.class, Effect.STOP_HOST),
                known(STARTING, STOP, EngineStatus.Stopping.class, Effect.STOP_HOST),
                known(STOPPING, ENDED, EngineStatus.Stopped.class, Effect.NONE));
        return Stream.concat(chosen, others).toList();
    }

    static Stream<Arguments> everyPair() {
        return ALL.stream().flatMap(from -> SIGNALS.stream().map(signal -> Arguments.of(from, signal)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everySignalLeadsWhereTheTableSaysAndNowhereElse(EngineStatus from, SessionSignal signal) {
        State state = new State(from, 0, Optional.empty());
        Step step = SessionMachine.next(state, signal, NOW);
        Optional<Known> known = transitions().stream()
                .filter(each -> each.from().equals(from) && each.signal().equals(signal))
                .findFirst();
        if (known.isPresent()) {
            assertEquals(known.get().to(), step.state().status().getClass());
            assertEquals(known.get().effect(), step.effect());
        } else {
            assertEquals(new Step(state, Effect.NONE), step);
        }
    }

    @Test
    void waitsDoubleFromOneSecondToThirty() {
        List<Duration> delays =
                IntStream.rangeClosed(1, 8).mapToObj(SessionMachine::delay).toList();
        assertEquals(
                Stream.of(1, 2, 4, 8, 16, 30, 30, 30)
                        .map(seconds -> Duration.ofSeconds(seconds))
                        .toList(),
                delays);
    }

    @Test
    void firstTryAfterALossComesAfterASecondHoweverLongItRan() {
        State connected = new State(CONNECTED, 0, Optional.of(NOW));
        Instant later = NOW.plusSeconds(90_000);
        Step step = SessionMachine.next(connected, LOST, later);
        assertEquals(
                new EngineStatus.Disconnected(Optional.of(later), GONE, Optional.of(later.plusSeconds(1))),
                step.state().status());
        assertEquals(1, step.state().failures());
    }

    @Test
    void anEngineOnItsWayThatDoesNotAnswerYetIsTriedAgainAfterASecond() {
        State longGone = new State(WAITING, 6, Optional.of(NOW));
        Step appeared = SessionMachine.next(longGone, APPEARED, NOW);
        Step failed = SessionMachine.next(appeared.state(), FAILED, NOW);
        assertEquals(
                new EngineStatus.Disconnected(Optional.of(NOW), GONE, Optional.of(NOW.plusSeconds(1))),
                failed.state().status());
    }
}
