package io.quayside.desktop.state.session;

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
    private volatile @Nullable EngineWork work; // with the engine chosen

    // Of the session's thread:
    private int generation; // of the work; what comes from an earlier one is ignored
    private @Nullable Future<?> nextTry;
    private @Nullable Subscription watch;

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
        int from = generation;
        work = new EngineWork(
                source.target(next),
                next.title(),
                problems,
                mirror,
                (reached, feed, answer) ->
                        onThread(() -> reached(reached, feed, answer, from), () -> close(reached, feed)),
                signal -> signal(from, signal));
    }

    @Override
    public void retryNow() {
        signal(new SessionSignal.Try());
    }

    @Override
    public boolean canStartAndStop() {
        EngineWork now = work;
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
        EngineWork now = work;
        if (now != null) {
            now.interrupt();
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
        EngineWork now = work;
        if (now == null || effect == Effect.NONE) {
            return;
        }
        cancelWait();
        switch (effect) {
            case CONNECT -> now.connect();
            case WAIT -> await(now, generation);
            case START_HOST -> {
                letGo();
                now.start();
            }
            default -> {
                letGo();
                now.stop();
            }
        }
    }

    private void await(EngineWork now, int from) {
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
        watch = now.watchSocket();
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

    private void reached(Engine reached, MirrorFeed feed, SessionSignal.Reached answer, int from) {
        Step step = SessionMachine.next(state, answer, Instant.now());
        if (from != generation || step.state().equals(state)) {
            close(reached, feed);
            return;
        }
        disconnect();
        engine = Optional.of(reached);
        mirror.follow(feed);
        stats.attach(reached);
        handle(answer);
    }

    private static void close(Engine reached, MirrorFeed feed) {
        feed.close();
        reached.close();
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
