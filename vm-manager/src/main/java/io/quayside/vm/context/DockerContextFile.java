package io.quayside.vm.context;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.platform.AtomicFile;
import io.quayside.vm.context.ContextState.Presence;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.store.PrivateFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The context of one machine in docker's configuration folder, in docker's own format: `contexts/meta/ID/meta.json`,
/// with keys in `contexts/tls/ID/docker`, where ID is the name's SHA-256.
///
/// A context that is ours says so in its metadata, which docker keeps; no other is ever changed. What was
/// current before stands there too.
///
/// @param dockerFolder `~/.docker`, or what `DOCKER_CONFIG` says
/// @param name of the context
/// @param owner which machine's it is, unlike any other's
public record DockerContextFile(Path dockerFolder, String name, String owner) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OWNER = "QuaysideMachine";
    private static final String BEFORE = "QuaysideBefore";
    private static final String METADATA = "Metadata";
    private static final String DESCRIPTION = "Virtual machine of Quayside";
    private static final String DEFAULT = "default";

    /// The folder that docker uses.
    public static Path dockerFolder(Map<String, String> environment, Path home) {
        String given = environment.getOrDefault("DOCKER_CONFIG", "");
        return given.isEmpty() ? home.resolve(".docker") : Path.of(given);
    }

    public ContextState state() throws VmException {
        try {
            Presence presence = presence();
            return new ContextState(
                    name,
                    presence,
                    presence == Presence.OURS && config().current().equals(name));
        } catch (IOException e) {
            throw StoreFailures.of(dockerFolder, e);
        }
    }

    private Presence presence() throws IOException {
        if (!Files.exists(meta())) {
            return Presence.ABSENT;
        }
        return read().path(METADATA).path(OWNER).asString("").equals(owner) ? Presence.OURS : Presence.ANOTHERS;
    }

    /// Makes sure that [#add] wouldn't meet somebody else's context.
    ///
    /// @throws VmException with [VmProblem.ContextTaken] if there is one of that name that isn't ours
    public void requireFree() throws VmException {
        try {
            if (presence() == Presence.ANOTHERS) {
                throw new VmException(new VmProblem.ContextTaken(name, meta()));
            }
        } catch (IOException e) {
            throw StoreFailures.of(dockerFolder, e);
        }
    }

    /// Makes the context, or brings ours up to date.
    ///
    /// @param makeCurrent docker uses it from now on when nothing else is said
    /// @throws VmException with [VmProblem.ContextTaken] if there is one of that name that isn't ours
    public void add(EngineEndpoint endpoint, boolean makeCurrent) throws VmException {
        try {
            requireFree();
            String current = config().current();
            Optional<String> before = makeCurrent && !current.equals(name) ? Optional.of(current) : before();
            write(endpoint, before);
            if (makeCurrent) {
                config().setCurrent(name);
            }
        } catch (IOException e) {
            throw StoreFailures.of(dockerFolder, e);
        }
    }

    /// Changes where the context leads, if it is there and ours.
    public void point(EngineEndpoint endpoint) throws VmException {
        try {
            if (presence() == Presence.OURS) {
                write(endpoint, before());
            }
        } catch (IOException e) {
            throw StoreFailures.of(dockerFolder, e);
        }
    }

    /// Removes the context if it is ours. If it was current, the one before it is again, if that is still there.
    public void remove() throws VmException {
        try {
            if (presence() != Presence.OURS) {
                return;
            }
            if (config().current().equals(name)) {
                config().setCurrent(before().filter(this::exists).orElse(DEFAULT));
            }
            PrivateFiles.deleteTree(metaFolder(name));
            PrivateFiles.deleteTree(tlsFolder());
        } catch (IOException e) {
            throw StoreFailures.of(dockerFolder, e);
        }
    }

    private boolean exists(String context) {
        return context.equals(DEFAULT) || Files.exists(metaOf(context));
    }

    private Optional<String> before() throws IOException {
        JsonNode before = Files.exists(meta()) ? read().path(METADATA).path(BEFORE) : JSON.missingNode();
        return before.isString() ? Optional.of(before.stringValue()) : Optional.empty();
    }

    private void write(EngineEndpoint endpoint, Optional<String> before) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("Name", name);
        ObjectNode metadata =
                root.putObject(METADATA).put("Description", DESCRIPTION).put(OWNER, owner);
        before.ifPresent(context -> metadata.put(BEFORE, context));
        root.putObject("Endpoints")
                .putObject("docker")
                .put("Host", host(endpoint))
                .put("SkipTLSVerify", false);
        writeKeys(endpoint);
        Files.createDirectories(metaFolder(name));
        AtomicFile.write(meta(), JSON.writeValueAsBytes(root));
    }

    private static String host(EngineEndpoint endpoint) {
        return endpoint.display();
    }

    private void writeKeys(EngineEndpoint endpoint) throws IOException {
        PrivateFiles.deleteTree(tlsFolder());
        if (endpoint instanceof EngineEndpoint.TlsTcp tcp) {
            PrivateFiles.createFolder(tls());
            copy(tcp.material().authority(), "ca.pem");
            copy(tcp.material().certificate(), "cert.pem");
            copy(tcp.material().key(), "key.pem");
        }
    }

    private void copy(@Nullable Path from, String as) throws IOException {
        if (from != null) {
            AtomicFile.write(tls().resolve(as), Files.readAllBytes(from));
        }
    }

    private JsonNode read() throws IOException {
        try {
            return JSON.readTree(Files.readAllBytes(meta()));
        } catch (JacksonException e) {
            return JSON.missingNode(); // somebody's, though broken
        }
    }

    private DockerConfigFile config() {
        return new DockerConfigFile(dockerFolder.resolve("config.json"));
    }

    private Path meta() {
        return metaOf(name);
    }

    private Path metaOf(String context) {
        return dockerFolder
                .resolve("contexts")
                .resolve("meta")
                .resolve(id(context))
                .resolve("meta.json");
    }

    private Path metaFolder(String context) {
        return dockerFolder.resolve("contexts").resolve("meta").resolve(id(context));
    }

    private Path tlsFolder() {
        return dockerFolder.resolve("contexts").resolve("tls").resolve(id(name));
    }

    private Path tls() {
        return tlsFolder().resolve("docker");
    }

    private static String id(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
