package io.quayside.desktop.compose;

import io.quayside.engine.compose.ComposeEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A network, a volume or a service that Docker Compose works on, with all it does for it.
///
/// @param kind `NETWORK`, `VOLUME`, `SERVICE`, or another that it names itself
/// @param name the engine's name of a network or volume, the service's name
public record RunItem(ComposeEvent.Kind kind, String name, List<RunStep> steps) {
    public RunItem {
        steps = List.copyOf(steps);
    }

    public boolean isService() {
        return kind == ComposeEvent.Kind.SERVICE;
    }

    /// How far all of it is.
    public RunStep.State state() {
        if (steps.stream().anyMatch(step -> step.state() == RunStep.State.FAILED)) {
            return RunStep.State.FAILED;
        }
        if (steps.stream().anyMatch(step -> step.state() == RunStep.State.STOPPED)) {
            return RunStep.State.STOPPED;
        }
        if (steps.stream().allMatch(step -> step.state() == RunStep.State.WAITING)) {
            return RunStep.State.WAITING;
        }
        return steps.stream().allMatch(RunStep::isOver) ? RunStep.State.DONE : RunStep.State.WORKING;
    }

    /// From the beginning of its first step to the end of its last one.
    public Optional<Duration> took(Instant now) {
        Optional<Instant> from =
                steps.stream().flatMap(step -> step.begun().stream()).min(Comparator.naturalOrder());
        boolean over = steps.stream().allMatch(RunStep::isOver);
        Instant to = over
                ? steps.stream()
                        .flatMap(step -> step.ended().stream())
                        .max(Comparator.naturalOrder())
                        .orElse(now)
                : now;
        return from.map(begin -> Duration.between(begin, to)).map(time -> time.isNegative() ? Duration.ZERO : time);
    }
}
