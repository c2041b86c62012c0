package io.quayside.engine.registry;

import io.quayside.engine.credential.RegistryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Where engines look for the authorities of private registries: `FOLDER/HOST/*.crt`.
public final class RegistryCertificates {
    private static final String FILE = "quayside.crt";
    private static final int LINE = 64;

    private RegistryCertificates() {}

    /// Everywhere that engines on this computer may look.
    public static List<Path> folders() {
        return List.of(folder(false, false), folder(true, false), folder(false, true), folder(true, true));
    }

    /// Where one kind of engine looks.
    ///
    /// @param podman whether it is Podman
    /// @param rootless whether it runs as a user
    public static Path folder(boolean podman, boolean rootless) {
        String name = podman ? "containers" : "docker";
        String config = System.getenv().getOrDefault("XDG_CONFIG_HOME", "");
        Path top = !rootless
                ? Path.of("/etc")
                : config.isEmpty() ? Path.of(System.getProperty("user.home", "/"), ".config") : Path.of(config);
        return top.resolve(name).resolve("certs.d");
    }

    /// The file that would make an engine trust a registry.
    public static Path file(Path folder, String server) {
        String host = server.equals(RegistryServer.DOCKER_HUB) ? "registry-1.docker.io" : server;
        Path file = folder.resolve(host).resolve(FILE).normalize();
        if (!file.startsWith(folder) || host.contains("/") || host.startsWith(".")) {
            throw new IllegalArgumentException("no host: " + server);
        }
        return file;
    }

    /// Has engines trust what this certificate signs, and itself, for one registry.
    public static void trust(Path file, X509Certificate certificate) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".quayside", ".part");
        try {
            Files.writeString(part, pem(certificate));
            if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// A certificate as text.
    public static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was decoded can be encoded", e);
        }
    }

    /// What people compare: `AB:CD:…`, of SHA-256.
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
