package io.quayside.desktop.state.session;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.mirror.MirrorFeed;
import io.quayside.desktop.state.session.SessionMachine.Effect;
import io.quayside.desktop.state.session.SessionMachine.State;
import io.quayside.desktop.state.session.SessionMachine.Step;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.host.HostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The session of the running app.
///
/// Threads: everything that changes the state runs on one thread, `engine-session`, as a signal; whatever blocks
/// (connecting, starting, stopping) runs on a virtual thread of its own and reports back by a signal. Time is measured
/// with the executor's monotonic clock, so that a jump of the computer's clock moves only the words.
public final class LiveEngineSession implements EngineSession {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEngineSession.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("engine-session").factory());
    private final Listeners<EngineStatus> listeners = new Listeners<>();
    private final EngineSource source;
    private final ProblemMapper problems;
    private final EngineMirror mirror;
    private final StatsHub stats;

    private volatile State state = State.INITIAL;
    private volatile Optional<Engine> engine = Optional.empty();
    private volatile Optional<EngineChoice> choice = Optional.empty();
    private volatile @Nullable EngineTarget target;
    private volatile SocketMark tried = SocketMark.NONE; // the socket when it was connected to last

    // Of the session's thread:
    private int generation; // of the target; what comes from an earlier one is ignored
    private @Nullable Future<?> nextTry;
    private @Nullable Subscription watch;
    private @Nullable Thread worker;

    public LiveEngineSession(EngineSource source, ProblemMapper problems, EngineMirror mirror, StatsHub stats) {
        this.source = source;
        this.problems = problems;
        this.mirror = mirror;
        this.stats = stats;
    }

    /// Chooses the engine to begin with and connects to it. Returns at once.
    public void open() {
        onThread(() -> source.preferred().ifPresent(this::choose));
    }

    @Override
    public EngineStatus status() {
        return state.status();
    }

    @Override
    public Subscription onStatus(Consumer<EngineStatus> listener) {
        Subscription subscription = listeners.add(listener);
        onThread(() -> listener.accept(state.status()));
        return subscription;
    }

    @Override
    public Subscription onFigures(Consumer<EngineFigures> listener) {
        return stats.onFigures(listener);
    }

    @Override
    public Optional<Engine> engine() {
        return engine;
    }

    @Override
    public EngineMirror mirror() {
        return mirror;
    }

    @Override
    public StatsHub stats() {
        return stats;
    }

    @Override
    public Optional<EngineChoice> choice() {
        return choice;
    }

    @Override
    public List<EngineChoice> choices() {
        return source.choices();
    }

    @Override
    public void use(EngineChoice next) {
        onThread(() -> choose(next));
    }

    @Override
    public void useAndStart(EngineChoice next) {
        onThread(() -> {
            take(next);
            if (canStartAndStop()) {
                // Nobody connects before it runs: a failure to would come in the middle of the start.
                state = SessionMachine.next(state, new SessionSignal.Chosen(), Instant.now())
                        .state();
                handle(new SessionSignal.StartAsked());
            } else {
                handle(new SessionSignal.Chosen());
            }
        });
    }

    private void choose(EngineChoice next) {
        take(next);
        handle(new SessionSignal.Chosen());
    }

    private void take(EngineChoice next) {
        boolean other = choice.isPresent() && !choice.get().key().equals(next.key());
        if (other) {
            mirror.clear();
        }
        letGo();
        generation++;
        choice = Optional.of(next);
        target = source.target(next);
    }

    @Override
    public void retryNow() {
        signal(new SessionSignal.Try());
    }

    @Override
    public boolean canStartAndStop() {
        EngineTarget now = target;
        return now != null && now.canStartAndStop();
    }

    @Override
    public void start() {
        if (canStartAndStop()) {
            signal(new SessionSignal.StartAsked());
        }
    }

    @Override
    public void stop() {
        if (canStartAndStop()) {
            signal(new SessionSignal.StopAsked());
        }
    }

    @Override
    public void windowVisible(boolean visible) {
        stats.windowVisible(visible);
    }

    @Override
    public void close() {
        onThread(this::letGo);
        thread.close();
        mirror.close();
        stats.close();
    }

    /// Ends whatever is under way with the present engine.
    private void letGo() {
        cancelWait();
        Thread running = worker;
        if (running != null) {
            running.interrupt();
            worker = null;
        }
        disconnect();
    }

    private void disconnect() {
        mirror.detach();
        stats.detach();
        engine.ifPresent(Engine::close);
        engine = Optional.empty();
    }

    private void signal(SessionSignal signal) {
        onThread(() -> handle(signal));
    }

    private void signal(int from, SessionSignal signal) {
        onThread(() -> {
            if (from == generation) {
                handle(signal);
            }
        });
    }

    private void handle(SessionSignal signal) {
        Step step = SessionMachine.next(state, signal, Instant.now());
        boolean changed = !step.state().equals(state);
        state = step.state();
        act(step.effect());
        if (changed) {
            LOG.info("Engine: {}", state.status().getClass().getSimpleName());
            listeners.tell(state.status());
        }
    }

    private void act(Effect effect) {
        EngineTarget now = target;
        if (now == null || effect == Effect.NONE) {
            return;
        }
        cancelWait();
        int from = generation;
        switch (effect) {
            case CONNECT -> worker("connect", () -> connect(now, from));
            case WAIT -> await(now, from);
            case START_HOST -> {
                letGo();
                worker("start", () -> start(now, from));
            }
            default -> {
                letGo();
                worker("stop", () -> stop(now, from));
            }
        }
    }

    private void await(EngineTarget now, int from) {
        disconnect();
        long delay = SessionMachine.delay(state.failures()).toMillis();
        nextTry = thread.schedule(
                () -> {
                    if (from == generation) {
                        handle(new SessionSignal.Try());
                    }
                },
                delay,
                TimeUnit.MILLISECONDS);
        watch = now.socket()
                .map(path -> SocketWatch.on(path, tried, () -> signal(from, new SessionSignal.Appeared())))
                .orElse(null);
    }

    private void cancelWait() {
        if (nextTry != null) {
            nextTry.cancel(false);
            nextTry = null;
        }
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void worker(String what, Runnable work) {
        worker = Thread.ofVirtual().name("engine-" + what).start(work);
    }

    private void connect(EngineTarget to, int from) {
        tried = to.socket().map(SocketMark::of).orElse(SocketMark.NONE);
        try {
            Engine reached = to.connect();
            try {
                SessionSignal.Reached answer = new SessionSignal.Reached(
                        reached.system().version().version(),
                        reached.apiVersion().toString());
                MirrorFeed feed = mirror.open(reached, cause -> lost(from, cause));
                onThread(() -> reached(reached, feed, answer, from), reached::close);
            } catch (EngineException e) {
                reached.close();
                throw e;
            }
        } catch (EngineException e) {
            signal(from, new SessionSignal.Failed(problems.map(e, new Attempt("connect to", name()))));
        }
    }

    private void reached(Engine reached, MirrorFeed feed, SessionSignal.Reached answer, int from) {
        Step step = SessionMachine.next(state, answer, Instant.now());
        if (from != generation || step.state().equals(state)) {
            feed.close();
            reached.close();
            return;
        }
        disconnect();
        engine = Optional.of(reached);
        mirror.follow(feed);
        stats.attach(reached);
        handle(answer);
    }

    private void lost(int from, Optional<EngineException> cause) {
        EngineException failure = cause.orElseGet(
                () -> new StreamBrokenException("GET /events", "The engine ended the connection", null));
        SessionSignal signal = new SessionSignal.Lost(LostText.problem(failure, problems, name()));
        signal(from, signal);
    }

    private void start(EngineTarget now, int from) {
        try {
            now.start(steps -> signal(from, new SessionSignal.Progress(steps)));
            signal(from, new SessionSignal.HostRuns());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // another engine was chosen meanwhile
        } catch (HostException e) {
            signal(from, new SessionSignal.HostFailed(problems.map(e, new Attempt("start", "the engine"))));
        }
    }

    private void stop(EngineTarget now, int from) {
        try {
            now.stop();
            signal(from, new SessionSignal.HostStopped());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // another engine was chosen meanwhile
        } catch (HostException e) {
            signal(from, new SessionSignal.HostFailed(problems.map(e, new Attempt("stop", "the engine"))));
        }
    }

    private String name() {
        return choice.map(EngineChoice::title).orElse("the engine");
    }

    private void onThread(Runnable work) {
        onThread(work, () -> {});
    }

    private void onThread(Runnable work, Runnable otherwise) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("The session is closed; nothing is done any more");
            otherwise.run();
        }
    }
}
