package io.quayside.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HostStateCellTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(1);

    private final HostStateCell cell = new HostStateCell(Clock.fixed(NOON, ZoneOffset.UTC), HostPhase.STOPPED);

    @Test
    void measurementDoesNotEndAStart() {
        assertTrue(cell.begin(HostPhase.STARTING));
        assertEquals(
                HostPhase.STARTING,
                cell.measured(HostPhase.STOPPED, Optional.empty()).phase());
    }

    @Test
    void secondStartForgetsTheStepsOfTheFirst() {
        cell.begin(HostPhase.STARTING);
        cell.steps(List.of(new StartStep("one", NOON, Optional.of(LONG))));
        cell.go(HostPhase.RUNNING, Optional.empty());
        assertEquals(1, cell.get().steps().size());

        cell.begin(HostPhase.STARTING);
        assertEquals(List.of(), cell.get().steps());
    }

    @Test
    void listenerHearsThePresentAndEachChangeOnce() {
        List<HostPhase> heard = new ArrayList<>();
        Runnable end = cell.listen(state -> heard.add(state.phase()));
        cell.measured(HostPhase.STOPPED, Optional.empty());
        cell.measured(HostPhase.RUNNING, Optional.empty());
        end.run();
        cell.measured(HostPhase.STOPPED, Optional.empty());
        assertEquals(List.of(HostPhase.STOPPED, HostPhase.RUNNING), heard);
    }

    @Test
    void stopWaitsForTheStartBeforeIt() throws Exception {
        cell.begin(HostPhase.STARTING);
        assertFalse(cell.awaitTurn(HostPhase.STOPPING, Duration.ZERO));

        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                turn.complete(cell.awaitTurn(HostPhase.STOPPING, LONG));
            } catch (InterruptedException e) {
                turn.completeExceptionally(e);
            }
        });
        cell.go(HostPhase.RUNNING, Optional.empty());
        assertTrue(turn.get());
        assertEquals(HostPhase.STOPPING, cell.get().phase());
    }
}
