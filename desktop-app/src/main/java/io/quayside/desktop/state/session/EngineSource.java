package io.quayside.desktop.state.session;

import io.quayside.desktop.state.EngineChoice;
import java.util.List;
import java.util.Optional;

/// Which engines there are and how each is reached. Reads files; not for the FX thread.
public interface EngineSource {
    /// Everything that could be chosen now, broken descriptions included.
    List<EngineChoice> choices();

    /// What to connect to at the start: the explicit choice, the one kept in the settings, or what `docker` itself
    /// would
    /// use. Empty if nothing is there to connect to.
    Optional<EngineChoice> preferred();

    /// How to reach a choice.
    EngineTarget target(EngineChoice choice);
}
