package io.quayside.engine.plugin;

import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.credential.LentConfig;
import io.quayside.engine.credential.Login;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.process.ProcessRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a plug-in for one engine, whatever the shell or Docker's own settings would choose. A folder that only
/// the
/// user can look into holds what it needs on the disk: certificates under the names that Docker gives them, and logins
/// that docker doesn't keep. Gone when closed.
///
/// @param folder for other files of the run, too
public record PlugInRun(EngineEndpoint endpoint, Path folder) implements AutoCloseable {
    /// What of this program's environment would choose another engine or builder, or another way to tell.
    private static final Set<String> HIDDEN = Set.of(
            "DOCKER_HOST",
            "DOCKER_CONTEXT",
            "DOCKER_TLS",
            "DOCKER_TLS_VERIFY",
            "DOCKER_CERT_PATH",
            "DOCKER_API_VERSION",
            "DOCKER_DEFAULT_PLATFORM",
            "BUILDX_BUILDER",
            "BUILDX_METADATA_PROVENANCE",
            "BUILDKIT_HOST",
            "BUILDKIT_PROGRESS",
            "BUILDKIT_COLORS");

    private static final Logger LOG = LoggerFactory.getLogger(PlugInRun.class);
    private static final List<String> CERTIFICATES = List.of("ca.pem", "cert.pem", "key.pem");

    public static PlugInRun create(EngineEndpoint endpoint) throws IOException {
        PlugInRun run = new PlugInRun(endpoint, Files.createTempDirectory("quayside-run-"));
        if (endpoint instanceof EngineEndpoint.TlsTcp tls) {
            run.copy(tls.material().authority(), CERTIFICATES.get(0));
            run.copy(tls.material().certificate(), CERTIFICATES.get(1));
            run.copy(tls.material().key(), CERTIFICATES.get(2));
        }
        return run;
    }

    /// @param arguments the program and its arguments
    /// @param environment added to that of this process
    /// @param logins beside those that docker keeps
    /// @param hidden more variables of this process that it doesn't get
    public ProcessRequest request(
            List<String> arguments, Map<String, String> environment, List<Login> logins, Set<String> hidden)
            throws IOException {
        Set<String> all = new HashSet<>(hidden);
        all.addAll(HIDDEN);
        Map<String, String> given = new HashMap<>(environment);
        given.keySet().removeAll(all);
        given.putAll(lend(logins, environment));
        given.put("DOCKER_HOST", endpoint.display());
        if (endpoint instanceof EngineEndpoint.TlsTcp) {
            given.put("DOCKER_TLS_VERIFY", "1");
            given.put("DOCKER_CERT_PATH", folder.toString());
        }
        return ProcessRequest.of(arguments).without(all).withEnvironment(given);
    }

    private void copy(@Nullable Path from, String name) throws IOException {
        if (from != null) {
            Files.copy(from, folder.resolve(name));
        }
    }

    /// Has the program read docker's settings with these logins in them. They stand on the disk until this is closed.
    ///
    /// @param environment where docker's folder is named, unless it is the usual one
    /// @return what the program's environment gets for that
    private Map<String, String> lend(List<Login> logins, Map<String, String> environment) throws IOException {
        if (logins.isEmpty()) {
            return Map.of();
        }
        String configured = environment.getOrDefault("DOCKER_CONFIG", "");
        Path kept = configured.isEmpty() ? Path.of(System.getProperty("user.home"), ".docker") : Path.of(configured);
        Path lent = Files.createDirectory(folder.resolve("docker"));
        try {
            LentConfig.write(kept, lent, logins);
        } catch (CredentialException e) {
            throw new IOException(e.getMessage(), e);
        }
        // What the program itself remembers isn't for this one time.
        String own = environment.getOrDefault("BUILDX_CONFIG", "");
        return Map.of(
                "DOCKER_CONFIG",
                lent.toString(),
                "BUILDX_CONFIG",
                own.isEmpty() ? kept.resolve("buildx").toString() : own);
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("A temporary folder stays behind", e);
        }
    }
}
