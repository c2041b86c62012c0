package io.quayside.engine.internal.tls;

import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/// Whom we trust and who we are, read from the files of an endpoint.
public record TlsIdentity(SSLSocketFactory sockets, X509TrustManager trust) {

    private static final char[] NO_PASSWORD = new char[0];

    /// Reads the files.
    ///
    /// @throws TlsMaterialException naming the file and what is wrong with it
    public static TlsIdentity load(TlsMaterial material) throws TlsMaterialException {
        try {
            X509TrustManager trust = trust(material.authority());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(material.certificate(), material.key()), new TrustManager[] {trust}, null);
            return new TlsIdentity(context.getSocketFactory(), trust);
        } catch (GeneralSecurityException e) {
            throw new TlsMaterialException("TLS can't be set up: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager trust(@Nullable Path authority)
            throws TlsMaterialException, GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (authority == null) {
            factory.init((KeyStore) null);
        } else {
            KeyStore store = emptyStore();
            List<Certificate> certificates = certificates(authority);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("authority-" + i, certificates.get(i));
            }
            factory.init(store);
        }
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("no trust manager");
    }

    private static KeyManager @Nullable [] keys(@Nullable Path certificate, @Nullable Path key)
            throws TlsMaterialException, GeneralSecurityException {
        if (certificate == null || key == null) {
            return null;
        }
        KeyStore store = emptyStore();
        Certificate[] chain = certificates(certificate).toArray(Certificate[]::new);
        try {
            store.setKeyEntry("client", PrivateKeys.from(blocks(key)), NO_PASSWORD, chain);
        } catch (GeneralSecurityException e) {
            throw new TlsMaterialException(key + ": " + e.getMessage(), e);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static List<Certificate> certificates(Path file) throws TlsMaterialException {
        List<Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (PemBlock block : blocks(file)) {
                if (block.label().equals("CERTIFICATE")) {
                    found.add(factory.generateCertificate(new ByteArrayInputStream(block.der())));
                }
            }
        } catch (CertificateException e) {
            throw new TlsMaterialException(file + " has a damaged certificate in it", e);
        }
        if (found.isEmpty()) {
            throw new TlsMaterialException(file + " has no certificate in it", null);
        }
        return found;
    }

    private static List<PemBlock> blocks(Path file) throws TlsMaterialException {
        try {
            return PemBlock.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            throw new TlsMaterialException(file + " doesn't exist", e);
        } catch (IOException e) {
            throw new TlsMaterialException(file + " can't be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new TlsMaterialException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        return store;
    }
}
