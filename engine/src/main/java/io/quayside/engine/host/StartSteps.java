package io.quayside.engine.host;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The steps of one start, told to the state as they begin and end. Used by the thread that starts. How long a step
/// took
/// is measured by a clock that nobody sets; only when it began is the time of day.
public final class StartSteps {
    private final Clock clock;
    private final LongSupplier nanos;
    private final Consumer<List<StartStep>> told;
    private final List<StartStep> steps = new ArrayList<>();
    private long lastBegan;

    /// @param told called with the steps so far, each time they change
    public StartSteps(Clock clock, Consumer<List<StartStep>> told) {
        this(clock, System::nanoTime, told);
    }

    StartSteps(Clock clock, LongSupplier nanos, Consumer<List<StartStep>> told) {
        this.clock = clock;
        this.nanos = nanos;
        this.told = told;
    }

    /// Ends the step before and begins this one.
    public void begin(String name) {
        endLast();
        steps.add(new StartStep(name, clock.instant(), Optional.empty()));
        lastBegan = nanos.getAsLong();
        told.accept(List.copyOf(steps));
    }

    /// Ends the last step.
    public void end() {
        endLast();
        told.accept(List.copyOf(steps));
    }

    private void endLast() {
        if (!steps.isEmpty() && steps.getLast().took().isEmpty()) {
            StartStep last = steps.removeLast();
            Duration took = Duration.ofNanos(nanos.getAsLong() - lastBegan);
            steps.add(new StartStep(last.name(), last.began(), Optional.of(took)));
        }
    }
}
