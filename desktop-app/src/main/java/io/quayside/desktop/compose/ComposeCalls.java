package io.quayside.desktop.compose;

import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.state.EngineSession;
import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeProgram;
import io.quayside.engine.error.UnreachableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Docker Compose for the engine in the window, with the logins of this session. Any thread but the FX thread.
public final class ComposeCalls {
    private final Map<String, String> environment;
    private final EngineSession session;
    private final RegistryLogins logins;
    private volatile Optional<Found> found = Optional.empty();

    /// What was found, and which file it was then: an update of the system may put another one in its place.
    private record Found(ComposeProgram program, Optional<String> file) {}

    /// @param environment where programs are looked up
    public ComposeCalls(Map<String, String> environment, EngineSession session, RegistryLogins logins) {
        this.environment = Map.copyOf(environment);
        this.session = session;
        this.logins = logins;
    }

    /// The program, which is looked for until it is found, and again once it isn't the same file any more.
    public ComposeProgram program() throws ComposeException.Missing, InterruptedException {
        Optional<Found> known = found.filter(one ->
                one.file().isPresent() && one.file().equals(file(one.program().path())));
        if (known.isPresent()) {
            return known.get().program();
        }
        ComposeProgram program = ComposeProgram.find(environment);
        found = Optional.of(new Found(program, file(program.path())));
        return program;
    }

    private static Optional<String> file(Path program) {
        try {
            return Files.isExecutable(program)
                    ? Optional.of(program.toRealPath() + " " + Files.getLastModifiedTime(program))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// @throws UnreachableException if there is no connection to an engine now
    public Compose connect() throws ComposeException.Missing, UnreachableException, InterruptedException {
        return new Compose(program(), session.connected().endpoint(), logins.allOfSession());
    }
}
