package io.quayside.desktop.state.session;

import io.quayside.desktop.state.EngineStatus;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.host.HostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One engine that a session can connect to, and start and stop if it is Quayside's own. Calls block; interrupting the
/// thread ends them.
public interface EngineTarget {
    /// Connects. When it returns, the engine has answered and the version of the API is agreed on.
    Engine connect() throws EngineException;

    /// The session has connected to this engine and goes on with it. Called on the thread that connected.
    default void reached() throws InterruptedException {}

    /// The socket file whose appearance says that the engine is back.
    Optional<Path> socket();

    /// Whether [#start] and [#stop] are possible.
    boolean canStartAndStop();

    /// Starts the engine and returns when it runs.
    ///
    /// @param steps called with the steps begun so far, each time they change
    /// @throws HostException if it couldn't be started
    void start(Consumer<List<EngineStatus.Step>> steps) throws HostException, InterruptedException;

    /// Stops the engine and returns when it has ended.
    ///
    /// @throws HostException if it couldn't be stopped
    void stop() throws HostException, InterruptedException;
}
