package io.quayside.desktop.settings;

import java.util.Optional;

/// Which engine the window connects to.
///
/// @param choice the key of an `EngineChoice`; empty until one was chosen on purpose
public record EngineSettings(Optional<String> choice) {
    public static final EngineSettings DEFAULT = new EngineSettings(Optional.empty());
}
