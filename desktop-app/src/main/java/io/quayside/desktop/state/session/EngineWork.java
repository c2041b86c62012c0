package io.quayside.desktop.state.session;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.mirror.MirrorFeed;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.host.HostException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a session does with one engine that takes time: connecting, starting, stopping. Each piece of work runs on a
/// virtual thread of its own and tells by a signal how it went.
///
/// Called on the session's thread. Only `tried` is shared: the thread that connects writes it.
final class EngineWork {
    /// Takes over what a connection has brought, and has to close it if it isn't wanted any more.
    interface Arrival {
        void of(Engine engine, MirrorFeed feed, SessionSignal.Reached answer);
    }

    private final EngineTarget target;
    private final String name;
    private final ProblemMapper problems;
    private final EngineMirror mirror;
    private final Arrival arrival;
    private final Consumer<SessionSignal> tell;
    private volatile SocketMark tried = SocketMark.NONE; // the socket when it was connected to last
    private @Nullable Thread worker;

    /// @param name how the engine is called in problems
    /// @param tell called on any thread
    EngineWork(
            EngineTarget target,
            String name,
            ProblemMapper problems,
            EngineMirror mirror,
            Arrival arrival,
            Consumer<SessionSignal> tell) {
        this.target = target;
        this.name = name;
        this.problems = problems;
        this.mirror = mirror;
        this.arrival = arrival;
        this.tell = tell;
    }

    /// Any thread.
    boolean canStartAndStop() {
        return target.canStartAndStop();
    }

    void connect() {
        begin("connect", this::connectNow);
    }

    void start() {
        begin("start", this::startNow);
    }

    void stop() {
        begin("stop", this::stopNow);
    }

    /// Tells when the engine's socket is made, until the handle is closed.
    Subscription watchSocket() {
        return target.socket()
                .map(path -> SocketWatch.on(path, tried, () -> tell.accept(new SessionSignal.Appeared())))
                .orElse(() -> {});
    }

    /// Ends what is under way.
    void interrupt() {
        Thread running = worker;
        if (running != null) {
            running.interrupt();
            worker = null;
        }
    }

    private void begin(String what, Runnable work) {
        worker = Thread.ofVirtual().name("engine-" + what).start(work);
    }

    private void connectNow() {
        tried = target.socket().map(SocketMark::of).orElse(SocketMark.NONE);
        try {
            Engine reached = target.connect();
            try {
                target.reached();
                SessionSignal.Reached answer = new SessionSignal.Reached(
                        reached.system().version().version(),
                        reached.apiVersion().toString());
                arrival.of(reached, mirror.open(reached, this::lost), answer);
            } catch (EngineException | InterruptedException e) {
                reached.close();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // another engine was chosen meanwhile
        } catch (EngineException e) {
            tell.accept(new SessionSignal.Failed(problems.map(e, new Attempt("connect to", name))));
        }
    }

    private void lost(Optional<EngineException> cause) {
        EngineException failure = cause.orElseGet(
                () -> new StreamBrokenException("GET /events", "The engine ended the connection", null));
        tell.accept(new SessionSignal.Lost(LostText.problem(failure, problems, name)));
    }

    private void startNow() {
        try {
            target.start(steps -> tell.accept(new SessionSignal.Progress(steps)));
            tell.accept(new SessionSignal.HostRuns());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // another engine was chosen meanwhile
        } catch (HostException e) {
            tell.accept(new SessionSignal.HostFailed(problems.map(e, new Attempt("start", "the engine"))));
        }
    }

    private void stopNow() {
        try {
            target.stop();
            tell.accept(new SessionSignal.HostStopped());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // another engine was chosen meanwhile
        } catch (HostException e) {
            tell.accept(new SessionSignal.HostFailed(problems.map(e, new Attempt("stop", "the engine"))));
        }
    }
}
