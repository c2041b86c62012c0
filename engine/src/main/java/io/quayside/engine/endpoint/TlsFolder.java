package io.quayside.engine.endpoint;

import io.quayside.engine.endpoint.EngineEndpoint.Tcp;
import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.engine.endpoint.EngineEndpoint.TlsTcp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A folder with `ca.pem`, `cert.pem` and `key.pem`, as docker has them.
final class TlsFolder {

    private TlsFolder() {}

    /// The address with what the folder has; unchanged when there is nothing in it.
    static EngineEndpoint protect(EngineEndpoint plain, Path folder) throws TlsFolderException {
        TlsMaterial material = material(folder);
        boolean nothing = material.authority() == null && material.certificate() == null;
        return nothing ? plain : protect(plain, material);
    }

    /// The address with TLS, whatever the folder has: without an authority the system's are trusted.
    static EngineEndpoint require(EngineEndpoint plain, Path folder) throws TlsFolderException {
        return protect(plain, material(folder));
    }

    private static EngineEndpoint protect(EngineEndpoint plain, TlsMaterial material) {
        return switch (plain) {
            case Tcp tcp -> new TlsTcp(tcp.host(), tcp.port(), material);
            case TlsTcp tls -> new TlsTcp(tls.host(), tls.port(), material);
            default -> plain;
        };
    }

    private static TlsMaterial material(Path folder) throws TlsFolderException {
        Path certificate = existing(folder.resolve("cert.pem"));
        Path key = existing(folder.resolve("key.pem"));
        if ((certificate == null) != (key == null)) {
            Path there = folder.resolve(certificate == null ? "key.pem" : "cert.pem");
            Path missing = folder.resolve(certificate == null ? "cert.pem" : "key.pem");
            throw new TlsFolderException(there + " is there, and " + missing.getFileName() + " beside it is missing");
        }
        return new TlsMaterial(existing(folder.resolve("ca.pem")), certificate, key);
    }

    private static @Nullable Path existing(Path file) throws TlsFolderException {
        // Whether a file exists isn't known in a folder that may not be entered; taking it for absent would leave TLS
        // out.
        if (Files.notExists(file)) {
            return null;
        }
        if (!Files.isReadable(file)) {
            throw new TlsFolderException("This user may not read " + file);
        }
        return file;
    }

    /// Where `DOCKER_CERT_PATH` points, or docker's configuration folder.
    static Path in(Map<String, String> environment, Path configFolder) {
        String given = environment.getOrDefault("DOCKER_CERT_PATH", "");
        return given.isEmpty() ? configFolder : configFolder.getFileSystem().getPath(given);
    }
}
