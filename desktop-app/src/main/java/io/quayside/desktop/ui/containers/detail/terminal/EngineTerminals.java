package io.quayside.desktop.ui.containers.detail.terminal;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.AttachQuery;
import io.quayside.engine.model.ContainerCondition;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.stream.ExecSession;
import io.quayside.engine.stream.ProcessSession;
import io.quayside.terminal.TerminalConnection;
import io.quayside.terminal.TerminalSize;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Opens connections to programs in containers. Every call blocks.
final class EngineTerminals {
    /// What the emulator is, and that it shows true colours.
    private static final List<String> ENVIRONMENT = List.of("TERM=xterm-256color", "COLORTERM=truecolor");

    /// The keys that would end the connection instead of reaching the program: nobody types them by chance.
    private static final String DETACH_KEYS = "ctrl-],ctrl-@,ctrl-],ctrl-@";

    private static final int LOOKS = 30;
    private static final long BETWEEN_LOOKS = 100_000_000L;

    private final Supplier<Optional<Engine>> engine;

    EngineTerminals(Supplier<Optional<Engine>> engine) {
        this.engine = engine;
    }

    TerminalConnection open(String containerId, SessionKind kind, TerminalSize size) throws IOException {
        Engine now = engine.get().orElseThrow(() -> new IOException("The engine is not connected."));
        try {
            return switch (kind) {
                case SessionKind.Shell shell -> shell(now, containerId, shell, size);
                case SessionKind.Main(boolean takesKeys) -> main(now, containerId, takesKeys, size);
                case SessionKind.Debug(String image) -> DebugContainer.open(now, containerId, image, size);
            };
        } catch (EngineException e) {
            throw EngineConnection.failure(e);
        }
    }

    private static TerminalConnection shell(
            Engine engine, String containerId, SessionKind.Shell shell, TerminalSize size) throws EngineException {
        List<String> environment = new ArrayList<>(ENVIRONMENT);
        environment.addAll(shell.environment());
        ExecSpec spec = ExecSpec.terminal(size.columns(), size.rows(), shell.path())
                .withUser(shell.user())
                .withWorkingDirectory(shell.folder())
                .withEnvironment(environment);
        ExecSession session = engine.execs().run(containerId, spec);
        EngineConnection connection = new EngineConnection(session, session::exitCode, () -> {});
        sizeForOldEngines(connection, size);
        return connection;
    }

    private static TerminalConnection main(Engine engine, String containerId, boolean takesKeys, TerminalSize size)
            throws EngineException {
        ProcessSession session =
                engine.containers().attach(containerId, new AttachQuery(false, takesKeys, true, true, DETACH_KEYS));
        EngineConnection connection =
                new EngineConnection(session, () -> exitOf(engine, containerId), () -> {}, takesKeys);
        sizeForOldEngines(connection, size);
        return connection;
    }

    /// Engines before API 1.42 don't take the size at the start.
    static void sizeForOldEngines(TerminalConnection connection, TerminalSize size) {
        try {
            connection.resize(size);
        } catch (IOException e) {
            // It has ended already; what it wrote is shown, and its exit code.
        }
    }

    /// The exit code of a container whose output has just ended; empty when it runs on without us. The engine notes
    /// the end a moment after the output.
    static OptionalInt exitOf(Engine engine, String containerId) throws EngineException {
        for (int i = 0; i < LOOKS; i++) {
            ContainerCondition condition =
                    engine.containers().inspect(containerId).condition();
            if (condition.state() == ContainerState.EXITED || condition.state() == ContainerState.DEAD) {
                return OptionalInt.of((int) condition.exitCode());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return OptionalInt.empty();
    }
}
