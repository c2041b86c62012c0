package io.quayside.engine.build;

import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.credential.LentConfig;
import io.quayside.engine.credential.Login;
import io.quayside.engine.endpoint.EngineEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a run of `docker-buildx` needs on the disk: a folder that only the user can look into, for the id of the image
/// for the certificates under the names that Docker gives them, and for logins that docker doesn't keep. Gone when
/// closed.
record BuildxFiles(Path folder) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BuildxFiles.class);
    private static final List<String> CERTIFICATES = List.of("ca.pem", "cert.pem", "key.pem");

    static BuildxFiles create(EngineEndpoint endpoint) throws IOException {
        BuildxFiles files = new BuildxFiles(Files.createTempDirectory("quayside-build-"));
        if (endpoint instanceof EngineEndpoint.TlsTcp tls) {
            files.copy(tls.material().authority(), CERTIFICATES.get(0));
            files.copy(tls.material().certificate(), CERTIFICATES.get(1));
            files.copy(tls.material().key(), CERTIFICATES.get(2));
        }
        return files;
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
    Map<String, String> lend(List<Login> logins, Map<String, String> environment) throws IOException {
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

    Path image() {
        return folder.resolve("image");
    }

    /// The id of the image, empty if there is none.
    String imageId() throws IOException {
        return Files.exists(image()) ? Files.readString(image()).strip() : "";
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
