package io.quayside.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartStepsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /// A time of day that a test sets.
    private static final class SetClock extends Clock {
        private Instant now = NOON;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3600, -3600})
    void howLongAStepTookIsMeasuredWhateverTheTimeOfDayDoes(long jump) {
        SetClock clock = new SetClock();
        long[] nanos = {Long.MAX_VALUE - 1_000_000_000L};
        List<List<StartStep>> told = new ArrayList<>();
        StartSteps steps = new StartSteps(clock, () -> nanos[0], told::add);

        steps.begin("one");
        clock.now = clock.now.plusSeconds(jump);
        nanos[0] += 2_000_000_000L;
        steps.begin("two");
        nanos[0] += 500_000_000L;
        steps.end();

        assertEquals(
                List.of(
                        new StartStep("one", NOON, Optional.of(Duration.ofSeconds(2))),
                        new StartStep("two", NOON.plusSeconds(jump), Optional.of(Duration.ofMillis(500)))),
                told.getLast());
    }
}
