package io.quayside.engine.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The steps of one start, told to the state as they begin and end. Used by the thread that starts.
final class StartSteps {
    private final Clock clock;
    private final Consumer<List<StartStep>> told;
    private final List<StartStep> steps = new ArrayList<>();

    StartSteps(Clock clock, Consumer<List<StartStep>> told) {
        this.clock = clock;
        this.told = told;
    }

    /// Ends the step before and begins this one.
    void begin(String name) {
        endLast();
        steps.add(new StartStep(name, clock.instant(), Optional.empty()));
        told.accept(List.copyOf(steps));
    }

    void end() {
        endLast();
        told.accept(List.copyOf(steps));
    }

    private void endLast() {
        if (!steps.isEmpty() && steps.getLast().took().isEmpty()) {
            StartStep last = steps.removeLast();
            Instant now = clock.instant();
            Duration took = now.isBefore(last.began()) ? Duration.ZERO : Duration.between(last.began(), now);
            steps.add(new StartStep(last.name(), last.began(), Optional.of(took)));
        }
    }
}
