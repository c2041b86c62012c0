package io.quayside.engine.host;

import java.io.IOException;
import java.util.Optional;

/// What differs between root's own engine and a user's.
interface NativeMode {
    /// What keeps the engine from running here, if anything does. Changes nothing.
    Optional<HostProblem> missing() throws InterruptedException;

    /// Makes what the daemon needs around it, and says how to start it.
    Launch prepare(Optional<EngineRecord> before) throws HostException, IOException, InterruptedException;

    /// Removes what [#prepare] made, once the daemon has ended. Does nothing when it is gone already.
    void tidy(EngineRecord record) throws IOException, InterruptedException;
}
