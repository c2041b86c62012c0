package io.quayside.engine.build;

import io.quayside.engine.endpoint.EngineEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a run of `docker-buildx` needs on the disk: a folder that only the user can look into, for the id of the image
/// and for the certificates under the names that Docker gives them. Gone when closed.
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

    Path image() {
        return folder.resolve("image");
    }

    /// The id of the image, empty if there is none.
    String imageId() throws IOException {
        return Files.exists(image()) ? Files.readString(image()).strip() : "";
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(image());
            for (String name : CERTIFICATES) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("A temporary folder stays behind", e);
        }
    }
}
