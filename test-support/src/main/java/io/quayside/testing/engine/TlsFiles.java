package io.quayside.testing.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.tls.HeldCertificate;

/// Certificates of one engine, under the names that `docker` expects in a certificate folder.
public record TlsFiles(Path directory, Path ca, Path certificate, Path key, Path serverCertificate, Path serverKey) {
    private static final Duration VALID = Duration.ofDays(2);

    /// Makes an authority, a server certificate for loopback and a client certificate.
    static TlsFiles create(Path directory) throws IOException {
        Files.createDirectories(directory);
        HeldCertificate authority = new HeldCertificate.Builder()
                .commonName("Test authority")
                .certificateAuthority(0)
                .build();
        long end = System.currentTimeMillis() + VALID.toMillis();
        long start = System.currentTimeMillis() - VALID.toMillis();
        HeldCertificate server = new HeldCertificate.Builder()
                .commonName("engine")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .validityInterval(start, end)
                .signedBy(authority)
                .build();
        HeldCertificate client = new HeldCertificate.Builder()
                .commonName("client")
                .validityInterval(start, end)
                .signedBy(authority)
                .build();
        TlsFiles files = new TlsFiles(
                directory,
                directory.resolve("ca.pem"),
                directory.resolve("cert.pem"),
                directory.resolve("key.pem"),
                directory.resolve("server-cert.pem"),
                directory.resolve("server-key.pem"));
        write(files.ca, authority.certificatePem());
        write(files.certificate, client.certificatePem());
        write(files.key, client.privateKeyPkcs8Pem());
        write(files.serverCertificate, server.certificatePem());
        write(files.serverKey, server.privateKeyPkcs8Pem());
        return files;
    }

    private static void write(Path file, String pem) throws IOException {
        Files.writeString(file, pem, StandardCharsets.US_ASCII);
    }
}
