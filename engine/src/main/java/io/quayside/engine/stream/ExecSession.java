package io.quayside.engine.stream;

import io.quayside.engine.error.EngineException;
import java.util.OptionalInt;

/// A command that runs inside a container, with its input and output connected (`POST /exec/{id}/start`).
public interface ExecSession extends ProcessSession {

    /// The id of the exec, for [io.quayside.engine.resource.Execs#inspect].
    String execId();

    /// What the command exited with, asked from the engine; empty while it runs.
    OptionalInt exitCode() throws EngineException;
}
