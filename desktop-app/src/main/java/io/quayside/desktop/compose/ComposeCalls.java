package io.quayside.desktop.compose;

import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.state.EngineSession;
import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeProgram;
import io.quayside.engine.error.UnreachableException;
import java.util.Map;
import java.util.Optional;

/// Docker Compose for the engine in the window, with the logins of this session. Any thread but the FX thread.
public final class ComposeCalls {
    private final Map<String, String> environment;
    private final EngineSession session;
    private final RegistryLogins logins;
    private volatile Optional<ComposeProgram> found = Optional.empty();

    /// @param environment where programs are looked up
    public ComposeCalls(Map<String, String> environment, EngineSession session, RegistryLogins logins) {
        this.environment = Map.copyOf(environment);
        this.session = session;
        this.logins = logins;
    }

    /// The program, which is looked for until it is found, and again once it isn't where it was.
    public ComposeProgram program() throws ComposeException.Missing, InterruptedException {
        Optional<ComposeProgram> known =
                found.filter(program -> program.path().toFile().canExecute());
        if (known.isPresent()) {
            return known.get();
        }
        ComposeProgram program = ComposeProgram.find(environment);
        found = Optional.of(program);
        return program;
    }

    /// @throws UnreachableException if there is no connection to an engine now
    public Compose connect() throws ComposeException.Missing, UnreachableException, InterruptedException {
        return new Compose(program(), session.connected().endpoint(), logins.allOfSession());
    }
}
