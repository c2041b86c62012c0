package io.quayside.desktop.ui.engine;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.session.EngineSource;
import io.quayside.desktop.state.session.EngineTarget;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.UnreachableException;

/// Tries to reach engines, each on its own connection. Blocks.
public final class EngineTester {
    private final EngineSource source;
    private final ProblemMapper problems;

    public EngineTester(EngineSource source, ProblemMapper problems) {
        this.source = source;
        this.problems = problems;
    }

    /// Connects, asks for the version, and lets go.
    public EngineTest test(EngineChoice choice) {
        if (choice.problem().isPresent()) {
            return new EngineTest.Fails(choice.problem().get());
        }
        return test(source.target(choice), choice.title());
    }

    /// The same for one that is in no list yet.
    public EngineTest test(EngineTarget target, String name) {
        long began = System.nanoTime();
        try (Engine engine = target.connect()) {
            String version = engine.system().version().version();
            long millis = (System.nanoTime() - began) / 1_000_000;
            return new EngineTest.Answers(version, engine.apiVersion().toString(), millis);
        } catch (EngineException e) {
            if (target.canStartAndStop() && nobodyListens(e)) {
                return new EngineTest.NotStarted();
            }
            Problem problem = problems.map(e, new Attempt("connect to", name));
            return new EngineTest.Fails(problem.why().isEmpty() ? problem.title() : problem.why());
        }
    }

    private static boolean nobodyListens(EngineException failure) {
        return failure instanceof UnreachableException unreachable
                && (unreachable.reason() == UnreachableException.Reason.SOCKET_MISSING
                        || unreachable.reason() == UnreachableException.Reason.REFUSED);
    }
}
