package io.quayside.engine.resource;

import io.quayside.engine.credential.Login;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.EngineVersion;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.PingResult;
import io.quayside.engine.stream.EngineStream;

/// The engine itself.
public interface SystemInfo {

    /// The engine's machine, settings and counts (`GET /info`).
    EngineInfo info() throws EngineException;

    /// Versions of the engine and its parts (`GET /version`).
    EngineVersion version() throws EngineException;

    /// Whether the engine answers (`GET /_ping`, without a version).
    PingResult ping() throws EngineException;

    /// What takes space on the engine's disk (`GET /system/df`). May take the engine many seconds.
    DiskUsage diskUsage() throws EngineException;

    /// Has the engine try a login at its registry (`POST /auth`). A wrong one is a
    /// [io.quayside.engine.error.RefusedException].
    ///
    /// @return the login to keep: with a token in place of the password, where the registry gives one
    Login signIn(Login login) throws EngineException;

    /// What happens in the engine (`GET /events`), until the stream is closed or the filter's end is reached.
    /// It returns when the engine has agreed, which is a moment before it listens: to miss nothing, give the
    /// filter a start a little earlier.
    EngineStream<EngineEvent> events(EventFilter filter) throws EngineException;
}
