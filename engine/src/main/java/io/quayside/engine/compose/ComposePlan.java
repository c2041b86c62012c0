package io.quayside.engine.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an `up` would do, as Docker Compose itself says when it only tries.
///
/// @param steps in the order in which it would do them
/// @param warnings what it said beside
public record ComposePlan(List<Step> steps, List<String> warnings) {
    public ComposePlan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /// What becomes of something.
    public enum Change {
        CREATED,
        RECREATED,
        STARTED,
        UNCHANGED,
        REMOVED
    }

    /// @param name the engine's name
    public record Step(ComposeEvent.Kind kind, String name, Change change) {}

    /// Folds what a try tells. The first word about something that decides it wins: what is created is started, too.
    static ComposePlan of(List<ComposeEvent> events) {
        Map<List<Object>, Step> steps = new LinkedHashMap<>();
        for (ComposeEvent event : events) {
            if (event instanceof ComposeEvent.Changed changed) {
                change(changed)
                        .ifPresent(change -> steps.putIfAbsent(
                                List.of(changed.kind(), changed.name()),
                                new Step(changed.kind(), changed.name(), change)));
            }
        }
        // A container that is made anew goes by another name until it is there.
        steps.values()
                .removeIf(step -> step.change() == Change.STARTED
                        && steps.values().stream()
                                .anyMatch(other -> other.change() == Change.RECREATED
                                        && step.name().endsWith("_" + other.name())));
        List<String> warnings = events.stream()
                .filter(ComposeEvent.Warning.class::isInstance)
                .map(event -> ((ComposeEvent.Warning) event).words())
                .toList();
        return new ComposePlan(List.copyOf(steps.values()), warnings);
    }

    private static Optional<Change> change(ComposeEvent.Changed changed) {
        return switch (changed.kind()) {
            case CONTAINER, NETWORK, VOLUME ->
                switch (changed.status()) {
                    case "Creating", "Created" -> Optional.of(Change.CREATED);
                    case "Recreate", "Recreated" -> Optional.of(Change.RECREATED);
                    case "Starting", "Started" -> Optional.of(Change.STARTED);
                    case "Running" -> Optional.of(Change.UNCHANGED);
                    case "Removing", "Removed", "Stopping" -> Optional.of(Change.REMOVED);
                    default -> Optional.empty();
                };
            case IMAGE, SERVICE, OTHER -> Optional.empty();
        };
    }
}
