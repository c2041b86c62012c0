package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.engine.endpoint.EngineEndpoint.TlsTcp;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.error.UnreachableException.Reason;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Certificates and keys as people have them, right and wrong.
@ExtendWith(LeakCheck.class)
class TlsTest {

    private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder()
            .commonName("authority")
            .certificateAuthority(0)
            .build();
    private static final HeldCertificate STRANGER = new HeldCertificate.Builder()
            .commonName("somebody else")
            .certificateAuthority(0)
            .build();

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void writeMaterial() throws IOException {
        HeldCertificate client = client(false);
        write("ca.pem", AUTHORITY.certificatePem());
        write("cert.pem", client.certificatePem());
        write("key.pem", client.privateKeyPkcs8Pem());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HeldCertificate client(boolean rsa) {
        HeldCertificate.Builder builder =
                new HeldCertificate.Builder().commonName("client").signedBy(AUTHORITY);
        return (rsa ? builder.rsa2048() : builder.ecdsa256()).build();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
    }

    private void listen(String serverName) throws IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName(serverName)
                .signedBy(AUTHORITY)
                .build();
        HandshakeCertificates handshake = new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
        server.useHttps(handshake.sslSocketFactory());
        server.requireClientAuth();
        server.enqueue(new MockResponse.Builder().body("OK").build());
        server.start();
    }

    private HttpTransport transport() {
        return transport(server.getPort());
    }

    private HttpTransport transport(int port) {
        TlsMaterial material =
                new TlsMaterial(folder.resolve("ca.pem"), folder.resolve("cert.pem"), folder.resolve("key.pem"));
        return new HttpTransport(new TlsTcp("localhost", port, material), TransportSettings.standard());
    }

    private static int ping(HttpTransport transport) throws Exception {
        try (EngineResponse answer =
                transport.execute(EngineRequest.get("_ping").unversioned())) {
            answer.body().readAllBytes();
            return answer.status();
        }
    }

    private UnreachableException refused() {
        return refused(server.getPort());
    }

    private UnreachableException refused(int port) {
        try (HttpTransport transport = transport(port)) {
            UnreachableException e = assertThrows(UnreachableException.class, () -> ping(transport));
            assertEquals(Reason.TLS, e.reason());
            return e;
        }
    }

    enum KeyForm {
        PKCS8_EC,
        PKCS8_RSA,
        PKCS1_RSA,
        SEC1_EC,
        SEC1_EC_BEHIND_PARAMETERS
    }

    @ParameterizedTest
    @EnumSource
    void keyIsReadInEveryForm(KeyForm form) throws Exception {
        HeldCertificate client = client(form == KeyForm.PKCS8_RSA || form == KeyForm.PKCS1_RSA);
        write("cert.pem", "Subject: somebody\n" + client.certificatePem());
        write(
                "key.pem",
                switch (form) {
                    case PKCS8_EC, PKCS8_RSA -> client.privateKeyPkcs8Pem();
                    case PKCS1_RSA -> client.privateKeyPkcs1Pem();
                    case SEC1_EC -> sec1(client);
                    case SEC1_EC_BEHIND_PARAMETERS ->
                        "-----BEGIN EC PARAMETERS-----\r\nBggqhkjOPQMBBw==\r\n-----END EC PARAMETERS-----\r\n"
                                + sec1(client);
                });
        listen("localhost");
        try (HttpTransport transport = transport()) {
            assertEquals(200, ping(transport));
        }
    }

    /// SEQUENCE { 1, the key, [0] the curve prime256v1 }.
    private static String sec1(HeldCertificate client) {
        BigInteger secret = ((ECPrivateKey) client.keyPair().getPrivate()).getS();
        String der = "3031020101" + "0420" + "%064x".formatted(secret) + "a00a06082a8648ce3d030107";
        return "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(der))
                + "\n-----END EC PRIVATE KEY-----\n";
    }

    @Test
    void engineOfAnotherAuthorityIsRefused() throws Exception {
        write("ca.pem", STRANGER.certificatePem());
        listen("localhost");
        refused();
    }

    @Test
    void engineOfAnotherNameIsRefused() throws Exception {
        listen("other.example");
        refused();
    }

    @Test
    void certificateThatTheEngineRefusesIsAFailureOfTls() throws Exception {
        HeldCertificate client =
                new HeldCertificate.Builder().signedBy(STRANGER).build();
        write("cert.pem", client.certificatePem());
        write("key.pem", client.privateKeyPkcs8Pem());
        listen("localhost");
        refused();
    }

    @Test
    void engineWithoutTlsIsAFailureOfTls() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 0, InetAddress.getByName("localhost"))) {
            Thread.ofVirtual().start(() -> answerAsGoDoes(plain));
            refused(plain.getLocalPort());
        }
    }

    /// What an engine's HTTP server, which is Go's, says to a client that begins with TLS. (MockWebServer can take the
    /// first bytes for the beginning of a request, and waits for the rest.)
    private static void answerAsGoDoes(ServerSocket plain) {
        byte[] refusal = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n400 Bad Request"
                .getBytes(StandardCharsets.US_ASCII);
        while (!plain.isClosed()) {
            try (Socket client = plain.accept()) {
                if (client.getInputStream().read() != -1) {
                    client.getOutputStream().write(refusal);
                }
            } catch (IOException e) {
                // The client has seen enough, or the test is over.
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "cert.pem", "key.pem"})
    void missingFileIsNamed(String name) throws Exception {
        listen("localhost");
        Files.delete(folder.resolve(name));
        assertTrue(String.valueOf(refused().getMessage()).contains(name + " doesn't exist"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "cert.pem", "key.pem"})
    void damagedFileIsNamed(String name) throws Exception {
        listen("localhost");
        for (String damage : new String[] {
            "",
            "hello",
            "-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
            "-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END EC PRIVATE KEY-----",
            "-----BEGIN EC PRIVATE KEY-----\nMIT/////\n-----END EC PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----",
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMAA=\n-----END RSA PRIVATE KEY-----",
        }) {
            write(name, damage);
            assertTrue(String.valueOf(refused().getMessage()).contains(name), damage);
        }
    }

    @Test
    void repairedFileIsReadWithTheNextCall() throws Exception {
        listen("localhost");
        Files.delete(folder.resolve("ca.pem"));
        try (HttpTransport transport = transport()) {
            assertThrows(UnreachableException.class, () -> ping(transport));
            write("ca.pem", AUTHORITY.certificatePem());
            assertEquals(200, ping(transport));
        }
    }
}
