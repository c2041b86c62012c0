package io.quayside.desktop.state;

import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.error.UnreachableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The engine in use: connects, notices loss, tries again after 1, 2, 4 … 30 s, and feeds the mirror.
///
/// Listeners are called on the session's own thread, one at a time, first with the present value.
public interface EngineSession extends AutoCloseable {
    EngineStatus status();

    Subscription onStatus(Consumer<EngineStatus> listener);

    /// The latest figures while somebody listens and the window is visible; nothing is measured otherwise.
    Subscription onFigures(Consumer<EngineFigures> listener);

    /// The connection, while there is one. Calls block; not for the FX thread.
    Optional<Engine> engine();

    /// The same for work that can't do without.
    ///
    /// @throws UnreachableException if there is no connection now
    default Engine connected() throws UnreachableException {
        return engine().orElseThrow(EngineSession::notConnected);
    }

    /// What is said when there is no connection.
    static UnreachableException notConnected() {
        return new UnreachableException(
                null,
                UnreachableException.Reason.OTHER,
                "the engine",
                "There is no connection to the engine now",
                null);
    }

    /// The last known state of everything in the engine.
    EngineMirror mirror();

    /// Live figures of single containers.
    StatsHub stats();

    /// The engine in use, named for the picker.
    Optional<EngineChoice> choice();

    /// Everything that could be chosen now: Quayside's own engine where possible, contexts, sockets found. Reads files;
    /// not for the FX thread.
    List<EngineChoice> choices();

    /// Leaves the present engine as it runs and connects to another one.
    void use(EngineChoice choice);

    /// Connects to this engine from now on, after starting it if it is Quayside's own.
    void useAndStart(EngineChoice choice);

    /// Ends the wait and tries to connect now.
    void retryNow();

    /// Whether the engine is Quayside's to start and stop.
    boolean canStartAndStop();

    /// Starts Quayside's own engine. Returns at once; the status tells.
    void start();

    /// Stops Quayside's own engine, containers included. Returns at once; the status tells.
    void stop();

    /// The window became visible or hidden: streams of figures stop while hidden.
    void windowVisible(boolean visible);

    /// Ends all streams. The engine keeps running unless settings say otherwise.
    @Override
    void close();
}
