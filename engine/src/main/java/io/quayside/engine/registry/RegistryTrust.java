package io.quayside.engine.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Which certificates of registries are trusted: those that the system trusts, and those of the authorities in
/// `certs.d/HOST/*.crt`, as engines have it.
final class RegistryTrust implements X509TrustManager {

    /// A certificate that isn't trusted, and who issued it.
    static final class NotTrusted extends CertificateException {
        private final transient List<X509Certificate> chain;

        NotTrusted(List<X509Certificate> chain, CertificateException cause) {
            super(cause.getMessage(), cause);
            this.chain = chain;
        }

        String issuer() {
            return chain.isEmpty()
                    ? ""
                    : chain.getFirst().getIssuerX500Principal().getName();
        }

        List<X509Certificate> chain() {
            return chain;
        }
    }

    private final X509TrustManager checks;

    private RegistryTrust(X509TrustManager checks) {
        this.checks = checks;
    }

    /// Makes a client trust one registry's certificates.
    static OkHttpClient.Builder attach(OkHttpClient.Builder client, List<Path> certificateFolders, String host)
            throws GeneralSecurityException, IOException {
        RegistryTrust trust = new RegistryTrust(checks(authorities(certificateFolders, host)));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {trust}, null);
        return client.sslSocketFactory(context.getSocketFactory(), trust);
    }

    private static List<Certificate> authorities(List<Path> folders, String host)
            throws CertificateException, IOException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<Certificate> authorities = new ArrayList<>();
        for (Path folder : folders) {
            Path own = folder.resolve(host);
            if (Files.isDirectory(own)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(own, "*.crt")) {
                    for (Path file : files) {
                        try (InputStream in = Files.newInputStream(file)) {
                            authorities.addAll(factory.generateCertificates(in));
                        }
                    }
                }
            }
        }
        return authorities;
    }

    private static X509TrustManager checks(List<Certificate> more) throws GeneralSecurityException, IOException {
        X509TrustManager system = manager(null);
        if (more.isEmpty()) {
            return system;
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (X509Certificate known : system.getAcceptedIssuers()) {
            store.setCertificateEntry("system-" + number++, known);
        }
        for (Certificate own : more) {
            store.setCertificateEntry("own-" + number++, own);
        }
        return manager(store);
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509;
            }
        }
        throw new GeneralSecurityException("this Java has no X.509 checks");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        try {
            checks.checkServerTrusted(chain, kind);
        } catch (CertificateException e) {
            throw new NotTrusted(List.of(chain), e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        checks.checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return checks.getAcceptedIssuers();
    }
}
