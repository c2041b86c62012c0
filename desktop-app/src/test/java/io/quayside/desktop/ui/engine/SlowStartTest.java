package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.shell.frame.FakeSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// When a start counts as slow. A start "in an hour" is one that began before the computer's clock was set back.
class SlowStartTest {
    private static final Duration LITTLE = Duration.ofSeconds(1);

    private final InlineFxThread fx = new InlineFxThread();
    private final FakeSession session = new FakeSession();
    private final EngineViewModel model = new EngineViewModel(session, fx);

    private void starting(Instant since, String... steps) {
        session.become(new EngineStatus.Starting(
                since,
                List.of(steps).stream()
                        .map(name -> new EngineStatus.Step(name, since, Optional.empty()))
                        .toList()));
    }

    @Test
    void clockSetBackDoesNotPutOffTheOffer() {
        Subscription following = model.follow();
        starting(Instant.now().plus(Duration.ofHours(1)));
        fx.advance(EngineViewModel.SLOW_START.minus(LITTLE));
        assertFalse(model.slowStartProperty().get());
        fx.advance(LITTLE);
        assertTrue(model.slowStartProperty().get());
        following.close();
    }

    @Test
    void stepsOfOneStartDoNotBeginTheTimeAnew() {
        Subscription following = model.follow();
        Instant since = Instant.now();
        starting(since);
        fx.advance(EngineViewModel.SLOW_START.minus(LITTLE));
        starting(since, "Checking this computer");
        fx.advance(LITTLE.plus(LITTLE));
        assertTrue(model.slowStartProperty().get());
        following.close();
    }

    @Test
    void nextStartIsTimedFromItsOwnBeginning() {
        Subscription following = model.follow();
        starting(Instant.now().minus(EngineViewModel.SLOW_START));
        fx.advance(Duration.ZERO);
        assertTrue(model.slowStartProperty().get());
        session.become(new EngineStatus.NoEngine());
        assertFalse(model.slowStartProperty().get());
        starting(Instant.now());
        fx.advance(LITTLE);
        assertFalse(model.slowStartProperty().get());
        following.close();
    }
}
