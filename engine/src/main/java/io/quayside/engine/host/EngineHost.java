package io.quayside.engine.host;

import io.quayside.engine.endpoint.EngineEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What runs an engine. Its state comes from asking the engine, never from what was done before.
///
/// Thread-safe. [#refresh], [#start], [#stop] and [#await] block; make them from a virtual thread.
public interface EngineHost {
    /// Where the engine answers when it runs.
    EngineEndpoint endpoint();

    /// The state as it was measured last, or as the start or stop under way has it. Doesn't block.
    HostState state();

    /// Asks the engine, and returns the state as it is now.
    HostState refresh();

    /// Calls the listener with the present state and then with each other one, on the thread that brings it about. The
    /// listener must return quickly. Running the result ends that.
    Runnable onState(Consumer<HostState> listener);

    /// Waits until the state is as wanted, or for so long, and returns the state then. Doesn't ask the engine.
    HostState await(Predicate<HostState> wanted, Duration limit) throws InterruptedException;

    /// Whether [#start] and [#stop] can do anything: the engine is Quayside's own.
    boolean canStartAndStop();

    /// Starts the engine and returns when it answers; at once if it already does. Interrupting the thread ends the
    /// attempt, and what it started.
    ///
    /// @throws HostException if it couldn't be started; the state says so as well
    void start() throws HostException, InterruptedException;

    /// Stops the engine, its containers included, and returns when it has ended.
    ///
    /// @throws HostException if it goes on running in spite of all
    void stop() throws HostException, InterruptedException;

    /// What the engine itself writes, if that can be read here.
    Optional<Path> log();
}
