package io.quayside.desktop.state.session;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.StreamBrokenException;
import java.util.List;

/// The words for an engine that was there and is gone.
final class LostText {
    private LostText() {}

    /// A stream that ends says only that the engine is gone, so the title says that and nothing more.
    static Problem problem(EngineException failure, ProblemMapper problems, String engine) {
        Problem mapped = problems.map(failure, new Attempt("reach", engine));
        if (!(failure instanceof StreamBrokenException)) {
            return mapped;
        }
        return new Problem(
                "The engine stopped answering.",
                "It ended the connection. Your containers, images and volumes are kept.",
                List.of(),
                mapped.engineMessage(),
                mapped.details(),
                "engine-gone",
                true);
    }
}
