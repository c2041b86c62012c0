package io.quayside.engine.credential;

import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.Surroundings;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.RegistryAuth;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.engine.process.ProcessRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The logins for registries as the `docker` command line keeps them: in its `config.json`, or with the helper program
/// that this file names. What docker has stored is used here, and what is stored here docker uses.
///
/// Any thread may call; calls block on files and programs. A lock keeps changes apart; against a `docker login` at the
/// same moment nothing helps, since docker takes no lock either.
public final class DockerCredentials {
    private static final Set<String> HUB_TOKENS =
            Set.of(RegistryServer.DOCKER_HUB + "access-token", RegistryServer.DOCKER_HUB + "refresh-token");

    private final Path folder;
    private final ProcessRunner runner;
    private final UsualKeychain keychain;
    private final ReentrantLock changing = new ReentrantLock();

    /// @param folder `~/.docker`, or what `DOCKER_CONFIG` says
    /// @param runner runs helper programs
    public DockerCredentials(Path folder, ProcessRunner runner) {
        this.folder = folder;
        this.runner = runner;
        this.keychain = new UsualKeychain(PlatformInfo.current().system(), runner);
    }

    /// Those that `docker` uses in these surroundings.
    public static DockerCredentials in(Surroundings surroundings, ProcessRunner runner) {
        return new DockerCredentials(surroundings.dockerFolder(), runner);
    }

    /// The login for a registry, if one is kept.
    ///
    /// @param server the registry, see [RegistryServer]
    public Optional<Login> login(String server) throws CredentialException {
        ConfigFile file = read();
        Optional<CredentialHelper> helper = helper(file, server);
        return helper.isPresent() ? helper.get().get(server) : file.login(server);
    }

    /// What an engine is told when it pulls or pushes this image, if a login is kept for its registry.
    public Optional<RegistryAuth> forImage(String reference) throws CredentialException {
        return login(RegistryServer.ofImage(reference)).map(Login::forEngine);
    }

    /// The program that would keep a login for this registry, such as `docker-credential-pass`; empty if it would stand
    /// in
    /// [#file()].
    public Optional<String> keeper(String server) throws CredentialException {
        return helper(read(), server).map(CredentialHelper::program);
    }

    /// docker's file with the logins, there or not.
    public Path file() {
        return ConfigFile.in(folder);
    }

    /// All logins that are kept, by registry. A helper that fails hides nothing: what it should keep is listed with the
    /// problem.
    public List<StoredLogin> list() throws CredentialException {
        ConfigFile file = read();
        Map<String, StoredLogin> all = new LinkedHashMap<>();
        file.logins().forEach((server, login) -> all.put(server, fromFile(file, server, login)));
        file.commonHelper().ifPresent(name -> addAll(new CredentialHelper(runner, name), all));
        file.helpers().forEach((server, name) -> addOne(new CredentialHelper(runner, name), server, all));
        // Tokens that docker keeps beside its login for Docker Hub.
        all.keySet().removeIf(HUB_TOKENS::contains);
        return new ArrayList<>(all.values());
    }

    private StoredLogin fromFile(ConfigFile file, String server, Optional<Login> login) {
        Optional<CredentialHelper> helper = helper(file, server);
        if (helper.isPresent()) {
            return new StoredLogin(server, "", helper.get().program(), "It isn't kept there any more");
        }
        return new StoredLogin(
                server, login.map(Login::username).orElse(""), "", login.isPresent() ? "" : "It has no password");
    }

    private static void addAll(CredentialHelper helper, Map<String, StoredLogin> all) {
        try {
            helper.list()
                    .forEach((server, user) -> all.put(server, new StoredLogin(server, user, helper.program(), "")));
        } catch (CredentialException e) {
            all.replaceAll((server, known) -> known.keptBy().equals(helper.program())
                    ? new StoredLogin(server, "", helper.program(), String.valueOf(e.getMessage()))
                    : known);
        }
    }

    private static void addOne(CredentialHelper helper, String server, Map<String, StoredLogin> all) {
        try {
            Optional<Login> login = helper.get(server);
            if (login.isPresent()) {
                all.put(server, new StoredLogin(server, login.get().username(), helper.program(), ""));
            }
        } catch (CredentialException e) {
            all.put(server, new StoredLogin(server, "", helper.program(), String.valueOf(e.getMessage())));
        }
    }

    private ConfigFile read() throws CredentialException {
        ConfigFile file = ConfigFile.read(folder);
        if (!file.hasAuth()) {
            keychain.helper().ifPresent(file::setCommonHelper);
        }
        return file;
    }

    private Optional<CredentialHelper> helper(ConfigFile file, String server) {
        return file.helperFor(server).map(name -> new CredentialHelper(runner, name));
    }

    /// Signs in: has the engine try the login, then keeps it. Nothing is kept of a login that the registry refuses.
    public void signIn(Engine engine, Login login) throws EngineException, CredentialException {
        store(engine.system().signIn(login));
    }

    /// Keeps a login, in place of the one for this registry.
    public void store(Login login) throws CredentialException {
        changing.lock();
        try {
            ConfigFile file = read();
            Optional<CredentialHelper> helper = helper(file, login.server());
            if (helper.isPresent()) {
                helper.get().store(login);
                file.putMark(login.server());
            } else {
                file.put(login);
            }
        } finally {
            changing.unlock();
        }
    }

    /// Signs out: forgets the login for a registry. Does nothing if there is none.
    public void erase(String server) throws CredentialException {
        changing.lock();
        try {
            ConfigFile file = read();
            Optional<CredentialHelper> helper = helper(file, server);
            if (helper.isPresent()) {
                helper.get().erase(server);
            }
            file.remove(server);
        } finally {
            changing.unlock();
        }
    }
}
