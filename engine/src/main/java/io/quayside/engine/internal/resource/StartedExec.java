package io.quayside.engine.internal.resource;

import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.http.UpgradedConnection;
import io.quayside.engine.model.ExecDetails;
import io.quayside.engine.resource.Execs;
import io.quayside.engine.stream.ExecSession;
import io.quayside.engine.stream.StreamFormat;
import java.time.Duration;
import java.util.OptionalInt;

/// A command that was started with its input and output connected.
final class StartedExec extends UpgradedSession implements ExecSession {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int TRIES = 100;

    private final String execId;
    private final Execs execs;

    StartedExec(String execId, Execs execs, UpgradedConnection connection, StreamFormat format) {
        super(connection, format, (columns, rows) -> execs.resize(execId, columns, rows));
        this.execId = execId;
        this.execs = execs;
    }

    @Override
    public String execId() {
        return execId;
    }

    /// Output ends a moment before the engine has noted the exit code, so after its end the question is repeated for
    /// a while.
    @Override
    public OptionalInt exitCode() throws EngineException {
        ExecDetails details = execs.inspect(execId);
        for (int i = 0; i < TRIES && details.running() && outputHasEnded(); i++) {
            pause();
            details = execs.inspect(execId);
        }
        return details.exitCode();
    }

    private static void pause() throws CancelledException {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(null, e);
        }
    }
}
