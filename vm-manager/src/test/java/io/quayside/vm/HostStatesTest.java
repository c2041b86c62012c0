package io.quayside.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.engine.host.HostPhase;
import io.quayside.engine.host.HostState;
import io.quayside.engine.host.StartStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostStatesTest {
    private final AtomicLong seconds = new AtomicLong();
    private final Clock clock = ((InstantSource) () -> Instant.ofEpochSecond(seconds.get())).withZone(ZoneOffset.UTC);
    private final HostStates states = new HostStates(clock);

    @Test
    void stepsAreTimedAndTheLastOneEndsWithTheStart() {
        states.go(HostPhase.STARTING, Optional.empty());
        states.step("one");
        seconds.set(2);
        states.step("two");
        seconds.set(5);
        HostState running = states.go(HostPhase.RUNNING, Optional.empty());
        assertEquals(
                List.of(
                        new StartStep("one", Instant.ofEpochSecond(0), Optional.of(Duration.ofSeconds(2))),
                        new StartStep("two", Instant.ofEpochSecond(2), Optional.of(Duration.ofSeconds(3)))),
                running.steps());
    }

    @Test
    void measurementDoesNotEndAStart() {
        states.go(HostPhase.STARTING, Optional.empty());
        assertEquals(
                HostPhase.STARTING,
                states.measured(HostPhase.STOPPED, Optional.empty()).phase());
    }

    @Test
    void secondStartForgetsTheStepsOfTheFirst() {
        states.go(HostPhase.STARTING, Optional.empty());
        states.step("one");
        states.go(HostPhase.RUNNING, Optional.empty());
        assertEquals(List.of(), states.go(HostPhase.STARTING, Optional.empty()).steps());
    }

    @Test
    void listenerHearsThePresentAndEachChangeOnce() {
        List<HostPhase> heard = new ArrayList<>();
        Runnable end = states.listen(state -> heard.add(state.phase()));
        states.measured(HostPhase.STOPPED, Optional.empty());
        states.measured(HostPhase.RUNNING, Optional.empty());
        end.run();
        states.measured(HostPhase.STOPPED, Optional.empty());
        assertEquals(List.of(HostPhase.STOPPED, HostPhase.RUNNING), heard);
    }
}
