package io.quayside.engine.files;

import io.quayside.engine.Engine;
import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.stream.ExecSession;
import io.quayside.engine.stream.FrameSink;
import io.quayside.engine.stream.StreamType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs short scripts in a running container, as root, with the shell that it has.
///
/// Threads: any; `missing` only ever goes from false to true.
final class ContainerShell {
    private static final int MOST_ERRORS = 8 * 1024;
    private static final int FIRST_CODE_OF_THE_ENGINE = 126;

    /// What a script said at its end.
    record Result(int code, String errors) {}

    private final Engine engine;
    private final String id;
    private volatile boolean missing;

    ContainerShell(Engine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    /// Whether it turned out that there is no shell.
    boolean isMissing() {
        return missing;
    }

    /// Runs a script and waits for its end. Empty when the container doesn't run, is paused, or has no shell.
    ///
    /// @param output takes what it writes, as it comes
    Optional<Result> run(String script, List<String> arguments, FrameSink output) throws EngineException {
        return run(script, arguments, new byte[0], output);
    }

    /// The same with something to read.
    Optional<Result> run(String script, List<String> arguments, byte[] input, FrameSink output) throws EngineException {
        if (missing) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", ShellPath.DECODE + script, "sh"));
        command.addAll(arguments);
        ExecSpec spec =
                ExecSpec.of(command.toArray(String[]::new)).withUser("0").withWorkingDirectory("/");
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ByteArrayOutputStream start = new ByteArrayOutputStream();
        try (ExecSession session = engine.execs().run(id, input.length > 0 ? spec.withInput() : spec)) {
            feed(session, input);
            FrameSink sink = (type, bytes, from, length) -> {
                if (type == StreamType.STDOUT) {
                    start.write(bytes, from, Math.min(length, Math.max(0, MOST_ERRORS - start.size())));
                    output.frame(type, bytes, from, length);
                } else if (errors.size() < MOST_ERRORS) {
                    errors.write(bytes, from, Math.min(length, MOST_ERRORS - errors.size()));
                }
            };
            while (session.output().read(sink)) {
                // the sink has it
            }
            int code = session.exitCode().orElse(-1);
            String said = errors.toString(StandardCharsets.UTF_8).strip();
            if (code >= FIRST_CODE_OF_THE_ENGINE && isOfTheEngine(start.toString(StandardCharsets.UTF_8) + said)) {
                missing = true;
                return Optional.empty();
            }
            return Optional.of(new Result(code, said));
        } catch (NotFoundException gone) {
            throw gone;
        } catch (ConflictException notRunning) {
            return Optional.empty();
        } catch (RefusedException e) {
            if (e.engineMessage().orElse("").contains("executable file not found")) {
                missing = true;
                return Optional.empty();
            }
            throw e;
        }
    }

    /// An engine that can't start the shell says so in the place of its output.
    private static boolean isOfTheEngine(String said) {
        return said.isEmpty() || said.contains("OCI runtime") || said.contains("executable file");
    }

    private static void feed(ExecSession session, byte[] input) throws EngineException {
        if (input.length == 0) {
            return;
        }
        try {
            session.input().write(input);
            session.closeInput();
        } catch (IOException endedWithoutReading) {
            return; // its exit code tells the rest
        }
    }
}
