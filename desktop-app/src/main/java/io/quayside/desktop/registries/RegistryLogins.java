package io.quayside.desktop.registries;

import io.quayside.engine.Engine;
import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.credential.DockerCredentials;
import io.quayside.engine.credential.Login;
import io.quayside.engine.credential.RegistryServer;
import io.quayside.engine.credential.StoredLogin;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.RegistryAuth;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The logins that Quayside uses: those that docker keeps, and those for this session only, which nothing but this
/// object has. A login for this session counts before the one that is kept. Any thread; calls block on files, helper
/// programs and the engine.
public final class RegistryLogins {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryLogins.class);

    private final DockerCredentials kept;
    private final Map<String, Login> session = new ConcurrentHashMap<>();

    public RegistryLogins(DockerCredentials kept) {
        this.kept = kept;
    }

    /// What an engine is told when it pulls or pushes this image, if there is a login for its registry.
    public Optional<RegistryAuth> forImage(String reference) throws CredentialException {
        Login own = session.get(RegistryServer.ofImage(reference));
        return own == null ? kept.forImage(reference) : Optional.of(own.forEngine());
    }

    /// The login itself, for a builder that fetches this image on its own.
    public Optional<Login> loginForImage(String reference) throws CredentialException {
        String server = RegistryServer.ofImage(reference);
        Login own = session.get(server);
        return own == null ? kept.login(server) : Optional.of(own);
    }

    /// The login for this session only, for a builder that finds the others itself.
    public Optional<Login> ofSessionForImage(String reference) {
        return Optional.ofNullable(session.get(RegistryServer.ofImage(reference)));
    }

    /// As docker does: a login that can't be read is none, and the registry says whether it wants one.
    public Optional<RegistryAuth> readable(String reference) {
        try {
            return forImage(reference);
        } catch (CredentialException e) {
            LOG.warn("The login for {} can't be read: {}", reference, e.getMessage());
            return Optional.empty();
        }
    }

    /// The name of who is signed in to a registry; `<token>` if a token says who that is.
    public Optional<String> user(String server) throws CredentialException {
        Login own = session.get(server);
        return (own == null ? kept.login(server) : Optional.of(own)).map(Login::username);
    }

    /// All logins for this session only, for a program that finds the others itself.
    public List<Login> allOfSession() {
        return List.copyOf(session.values());
    }

    /// The logins that docker keeps.
    public List<StoredLogin> kept() throws CredentialException {
        return kept.list();
    }

    /// The users' names of the logins for this session, by registry.
    public Map<String, String> ofSession() {
        Map<String, String> users = new HashMap<>();
        session.forEach((server, login) -> users.put(server, login.username()));
        return users;
    }

    /// Has the engine try a login, and takes it when the registry does.
    ///
    /// @param keep for docker and later sessions too
    public void signIn(Engine engine, Login login, boolean keep) throws EngineException, CredentialException {
        Login given = engine.system().signIn(login);
        if (keep) {
            kept.store(given);
            session.remove(given.server());
        } else {
            session.put(given.server(), given);
        }
    }

    /// Has the engine try the login that there is for a registry. Returns whether there is one.
    public boolean test(Engine engine, String server) throws EngineException, CredentialException {
        Optional<Login> login = Optional.ofNullable(session.get(server));
        if (login.isEmpty()) {
            login = kept.login(server);
        }
        if (login.isPresent()) {
            engine.system().signIn(login.get());
        }
        return login.isPresent();
    }

    /// Forgets the logins for a registry, the one that docker keeps too.
    public void signOut(String server) throws CredentialException {
        session.remove(server);
        kept.erase(server);
    }

    /// The program that would keep a login, such as `docker-credential-pass`; empty if it would stand in [#file()].
    public Optional<String> keeper(String server) throws CredentialException {
        return kept.keeper(server);
    }

    /// docker's file with logins.
    public Path file() {
        return kept.file();
    }
}
