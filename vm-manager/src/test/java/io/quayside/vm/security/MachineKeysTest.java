package io.quayside.vm.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineKeysTest {
    @TempDir
    Path folder;

    @Test
    void keysAreReadableByTheUserOnly() throws Exception {
        MachineKeys keys = new MachineKeys(folder.resolve("keys"));
        keys.create();
        for (Path file : keys.all()) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.folder())));
    }

    @Test
    void certificatesAreSignedByTheMachinesOwnAuthority() throws Exception {
        MachineKeys keys = new MachineKeys(folder.resolve("keys"));
        keys.create();
        X509Certificate authority = read(keys.authority());
        read(keys.engineCertificate()).verify(authority.getPublicKey());
        read(keys.clientCertificate()).verify(authority.getPublicKey());
        assertTrue(authority.getBasicConstraints() >= 0);
    }

    @Test
    void emptyOrHalfAFileMakesTheSetIncomplete() throws Exception {
        MachineKeys keys = new MachineKeys(folder.resolve("keys"));
        assertFalse(keys.complete());
        keys.create();
        assertTrue(keys.complete());
        String whole = Files.readString(keys.engineKey());
        for (String part : new String[] {"", whole.substring(0, whole.length() / 2)}) {
            Files.writeString(keys.engineKey(), part);
            assertFalse(keys.complete());
        }
    }

    private static X509Certificate read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
