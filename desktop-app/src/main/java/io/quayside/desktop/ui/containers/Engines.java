package io.quayside.desktop.ui.containers;

import io.quayside.desktop.state.EngineSession;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.UnreachableException;

/// The engine of a session for calls that can't go on without one.
final class Engines {
    private Engines() {}

    static Engine of(EngineSession session) throws EngineException {
        return session.engine()
                .orElseThrow(() -> new UnreachableException(
                        null,
                        UnreachableException.Reason.OTHER,
                        "the engine",
                        "There is no connection to the engine now",
                        null));
    }
}
