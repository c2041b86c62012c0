package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.engine.Engine;
import io.quayside.engine.error.BadRequestException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.error.ServerErrorException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.stream.ExecSession;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Sends a signal to one process of a container: to the main one through the engine, to another with a `kill` that runs
/// in the container. Blocks; for a task.
final class SignalWork {
    private static final int MOST = 4096;
    private static final int NO_PROGRAM = 126;

    /// How a command in the container ended.
    ///
    /// @param code 126 or 127 when it wasn't there
    record Outcome(int code, String said) {
        boolean isMissing() {
            return code == NO_PROGRAM || code == NO_PROGRAM + 1;
        }
    }

    private final Engine engine;
    private final String id;

    SignalWork(Engine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    void send(SignalChoice signal, ProcessFacts process) throws EngineException, SignalException {
        ContainerDetails details = engine.containers().inspect(id);
        if (process.pid() == details.condition().pid()) {
            engine.containers().kill(id, signal.name());
            return;
        }
        String pid = String.valueOf(new PidFinder(engine, details).inside(process));
        Outcome outcome = run(engine, id, List.of("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal.shortName(), pid));
        if (outcome.isMissing()) {
            outcome = run(engine, id, List.of("kill", "-s", signal.shortName(), pid));
        }
        if (outcome.isMissing()) {
            throw new SignalException(
                    "This container has neither a shell nor a kill program. Only its main process gets signals.");
        }
        if (outcome.code() != 0) {
            throw new SignalException(
                    outcome.said().isEmpty() ? "It was refused with code " + outcome.code() + "." : outcome.said());
        }
    }

    /// Runs a command as root and waits for its end.
    static Outcome run(Engine engine, String id, List<String> command) throws EngineException {
        ExecSpec spec =
                ExecSpec.of(command.toArray(String[]::new)).withUser("0").withWorkingDirectory("/");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (ExecSession session = engine.execs().run(id, spec)) {
            while (session.output()
                    .read((type, bytes, from, length) ->
                            said.write(bytes, from, Math.min(length, Math.max(0, MOST * MOST - said.size()))))) {
                // the sink has it
            }
            return new Outcome(
                    session.exitCode().orElse(-1),
                    said.toString(StandardCharsets.UTF_8).strip());
        } catch (ServerErrorException | BadRequestException e) {
            if (isNoProgram(e)) {
                return new Outcome(NO_PROGRAM, "");
            }
            throw e;
        }
    }

    private static boolean isNoProgram(RefusedException refused) {
        return refused.engineMessage().orElse("").contains("executable file not found");
    }
}
