package io.quayside.engine.resource;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ExecDetails;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.stream.ExecSession;

/// Commands run inside running containers.
public interface Execs {

    /// Prepares a command without starting it (`POST /containers/{id}/exec`).
    ///
    /// @return the id of the exec
    String create(String containerId, ExecSpec spec) throws EngineException;

    /// Starts a prepared command and connects to it (`POST /exec/{id}/start`, upgraded to a raw connection).
    ///
    /// @param spec what it was created with
    ExecSession start(String execId, ExecSpec spec) throws EngineException;

    /// Starts a prepared command and leaves it alone (`POST /exec/{id}/start` with `Detach`).
    void startDetached(String execId) throws EngineException;

    /// Prepares a command and starts it.
    default ExecSession run(String containerId, ExecSpec spec) throws EngineException {
        return start(create(containerId, spec), spec);
    }

    /// Tells the terminal of a running command its new size (`POST /exec/{id}/resize`).
    void resize(String execId, int columns, int rows) throws EngineException;

    /// Whether a command runs and what it exited with (`GET /exec/{id}/json`).
    ExecDetails inspect(String execId) throws EngineException;
}
