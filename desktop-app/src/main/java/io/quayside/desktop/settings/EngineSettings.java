package io.quayside.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which engine the window connects to, and which were added by hand.
///
/// @param choice the key of an `EngineChoice`; empty until one was chosen on purpose
/// @param added in the order in which they were added
public record EngineSettings(Optional<String> choice, List<AddedEngine> added) {
    public static final EngineSettings DEFAULT = new EngineSettings(Optional.empty(), List.of());

    public EngineSettings {
        added = List.copyOf(added);
    }

    public EngineSettings withChoice(String key) {
        return new EngineSettings(Optional.of(key), added);
    }

    /// With one more, in place of one of the same name.
    public EngineSettings withAdded(AddedEngine engine) {
        List<AddedEngine> next = new ArrayList<>(withoutAdded(engine.name()).added);
        next.add(engine);
        return new EngineSettings(choice, next);
    }

    public EngineSettings withoutAdded(String name) {
        return new EngineSettings(
                choice,
                added.stream().filter(engine -> !engine.name().equals(name)).toList());
    }
}
