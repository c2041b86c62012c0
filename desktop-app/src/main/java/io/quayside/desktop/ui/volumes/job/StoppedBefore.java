package io.quayside.desktop.ui.volumes.job;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.volume.StoppedContainers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Starts the containers again that an earlier Quayside had stopped for a copy when it died, and says so. Once with
/// each
/// connection, on a virtual thread `stopped-before`, some time after the window has what it shows.
public final class StoppedBefore {
    private static final Duration LATER = Duration.ofSeconds(2);

    private final EngineSession session;
    private final ProblemMapper problems;
    private final FxThread fx;
    private final Consumer<Problem> tell;

    private StoppedBefore(EngineSession session, ProblemMapper problems, FxThread fx, Consumer<Problem> tell) {
        this.session = session;
        this.problems = problems;
        this.fx = fx;
        this.tell = tell;
    }

    /// @param tell shows it, on the FX thread
    public static Subscription watch(
            EngineSession session, ProblemMapper problems, FxThread fx, Consumer<Problem> tell) {
        StoppedBefore watch = new StoppedBefore(session, problems, fx, tell);
        return session.onStatus(status -> {
            if (status instanceof EngineStatus.Connected) {
                fx.after(LATER, watch::look);
            }
        });
    }

    private void look() {
        session.engine()
                .ifPresent(engine -> Thread.ofVirtual().name("stopped-before").start(() -> start(engine)));
    }

    private void start(Engine engine) {
        try {
            List<String> started = StoppedContainers.startLeftovers(engine);
            if (!started.isEmpty()) {
                String names = SafeText.line(String.join(", ", started));
                say(new Problem(
                        names + (started.size() == 1 ? " was started again." : " were started again."),
                        "Quayside had stopped " + (started.size() == 1 ? "it" : "them")
                                + " for a copy of a volume and ended before the copy did.",
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        "stopped-before",
                        true));
            }
        } catch (EngineException e) {
            Problem why = problems.map(e, new Attempt("start", "what was stopped for a copy"));
            say(why);
        }
    }

    private void say(Problem what) {
        fx.run(() -> tell.accept(what));
    }
}
