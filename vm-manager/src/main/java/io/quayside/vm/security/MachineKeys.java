package io.quayside.vm.security;

import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.engine.platform.AtomicFile;
import io.quayside.vm.error.VmException;
import io.quayside.vm.store.PrivateFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;

/// The keys of one machine: its engine shows one certificate, its clients another, both signed by an authority of the
/// machine's own whose key is thrown away.
///
/// @param folder readable by the user only
public record MachineKeys(Path folder) {
    private static final long TEN_YEARS = 3650;
    /// A host's clock may be a little behind when it makes the keys, and the guest's is set from it.
    private static final long EARLIER_MILLIS = TimeUnit.DAYS.toMillis(1);

    public Path authority() {
        return folder.resolve("ca.pem");
    }

    public Path engineCertificate() {
        return folder.resolve("server-cert.pem");
    }

    public Path engineKey() {
        return folder.resolve("server-key.pem");
    }

    public Path clientCertificate() {
        return folder.resolve("cert.pem");
    }

    public Path clientKey() {
        return folder.resolve("key.pem");
    }

    public List<Path> all() {
        return List.of(authority(), engineCertificate(), engineKey(), clientCertificate(), clientKey());
    }

    /// Makes all keys; the names of the client's files are those that docker's own tools look for.
    public void create() throws VmException {
        HeldCertificate authority =
                valid("Quayside machine").certificateAuthority(0).build();
        HeldCertificate engine = valid("quayside-engine")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        HeldCertificate client = valid("quayside-client").signedBy(authority).build();
        try {
            PrivateFiles.createFolder(folder);
            write(authority(), authority.certificatePem());
            write(engineCertificate(), engine.certificatePem());
            write(engineKey(), engine.privateKeyPkcs8Pem());
            write(clientCertificate(), client.certificatePem());
            write(clientKey(), client.privateKeyPkcs8Pem());
        } catch (IOException e) {
            throw StoreFailures.of(folder, e);
        }
    }

    /// Whether all files are there and hold what they should. New keys do no harm, so broken ones are replaced.
    public boolean complete() throws VmException {
        for (Path file : all()) {
            try {
                if (!Files.exists(file) || !isWhole(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                    return false;
                }
            } catch (IOException e) {
                throw StoreFailures.of(file, e);
            }
        }
        return true;
    }

    /// Whether the text is one PEM block to its end; a power loss may leave half of one.
    private static boolean isWhole(String pem) {
        return pem.startsWith("-----BEGIN ") && pem.strip().endsWith("-----") && pem.contains("-----END ");
    }

    /// What a client needs to reach the engine.
    public TlsMaterial clientMaterial() {
        return new TlsMaterial(authority(), clientCertificate(), clientKey());
    }

    private static HeldCertificate.Builder valid(String name) {
        long now = System.currentTimeMillis();
        return new HeldCertificate.Builder()
                .commonName(name)
                .ecdsa256()
                .validityInterval(now - EARLIER_MILLIS, now + TimeUnit.DAYS.toMillis(TEN_YEARS));
    }

    private static void write(Path file, String pem) throws IOException {
        AtomicFile.write(file, pem.getBytes(StandardCharsets.US_ASCII));
    }
}
