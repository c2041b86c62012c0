package io.quayside.engine.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.credential.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What registries say that the real one at hand doesn't: tokens, pages, limits, nonsense.
@Timeout(60)
class RegistryClientTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    @TempDir
    Path certificates;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .addSubjectAlternativeName("localhost")
                .build();
        server.useHttps(
                new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
        server.start();
        Path folder = Files.createDirectories(certificates.resolve("127.0.0.1:" + server.getPort()));
        Files.writeString(folder.resolve("ca.crt"), own.certificatePem());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RegistryClient client(Optional<Login> login) throws RegistryException {
        String host = "127.0.0.1:" + server.getPort();
        return RegistryClient.open(new RemoteRepository(host, host, "team/app"), login, List.of(certificates));
    }

    private static MockResponse answer(int status, String body, String... headers) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status).body(body);
        for (int i = 0; i < headers.length; i += 2) {
            answer.addHeader(headers[i], headers[i + 1]);
        }
        return answer.build();
    }

    @ParameterizedTest
    @CsvSource({
        "redis, registry-1.docker.io, library/redis",
        "redis:7, registry-1.docker.io, library/redis",
        "docker.io/team/app@sha256:ab, registry-1.docker.io, team/app",
        "ghcr.io/team/app:1, ghcr.io, team/app",
        "localhost:5000/app:1@sha256:ab, localhost:5000, app"
    })
    void referencesNameTheirRepository(String reference, String host, String path) {
        RemoteRepository repository = RemoteRepository.ofImage(reference);

        assertEquals(host + " " + path, repository.host() + " " + repository.path());
    }

    @Test
    void tokenIsFetchedWithTheLoginAndShown() throws Exception {
        String realm = "https://127.0.0.1:" + server.getPort() + "/token";
        server.enqueue(answer(
                401,
                "",
                "WWW-Authenticate",
                "Bearer realm=\"" + realm + "\",service=\"svc\",scope=\"repository:team/app:pull\""));
        server.enqueue(answer(200, "{\"token\":\"t0k\"}"));
        server.enqueue(answer(200, "", "Docker-Content-Digest", DIGEST));
        server.enqueue(answer(200, "", "Docker-Content-Digest", DIGEST));
        RegistryClient client = client(Optional.of(Login.withPassword("x", "al", "geheim")));

        assertEquals(Optional.of(DIGEST), client.digest("1"));
        assertEquals(Optional.of(DIGEST), client.digest("1"));

        server.takeRequest();
        RecordedRequest token = server.takeRequest();
        assertEquals("/token?service=svc&scope=repository%3Ateam%2Fapp%3Apull&account=al", token.getTarget());
        assertEquals(Credentials.basic("al", "geheim"), token.getHeaders().get("Authorization"));
        assertEquals("Bearer t0k", server.takeRequest().getHeaders().get("Authorization"));
        // The token is used again.
        assertEquals("Bearer t0k", server.takeRequest().getHeaders().get("Authorization"));
    }

    @Test
    void identityTokenIsChangedForAnAccessToken() throws Exception {
        String realm = "https://127.0.0.1:" + server.getPort() + "/token";
        server.enqueue(answer(401, "", "WWW-Authenticate", "Bearer realm=\"" + realm + "\",service=svc"));
        server.enqueue(answer(200, "{\"access_token\":\"acc\"}"));
        server.enqueue(answer(200, "{\"tags\":[\"1\"]}"));

        client(Optional.of(Login.withToken("x", "ident"))).tags(Optional.empty(), 5);

        server.takeRequest();
        RecordedRequest token = server.takeRequest();
        assertEquals("POST", token.getMethod());
        assertTrue(token.getBody().utf8().contains("grant_type=refresh_token"), token.getBody()::utf8);
        assertTrue(token.getBody().utf8().contains("refresh_token=ident"), token.getBody()::utf8);
        assertEquals("Bearer acc", server.takeRequest().getHeaders().get("Authorization"));
    }

    @Test
    void pagesFollowTheLinkOnThisHostOnly() throws Exception {
        server.enqueue(answer(
                200,
                "{\"tags\":[\"1\",\"2\"]}",
                "Link",
                "<http://evil.example/v2/team/app/tags/list?last=2&n=2>; rel=\"next\""));
        server.enqueue(answer(200, "{\"name\":\"team/app\",\"tags\":[\"3\"]}"));
        server.enqueue(answer(200, "{\"name\":\"team/app\",\"tags\":null}"));
        RegistryClient client = client(Optional.empty());

        List<String> all = new ArrayList<>();
        TagPage page = client.tags(Optional.empty(), 2);
        all.addAll(page.tags());
        while (page.next().isPresent()) {
            page = client.tags(page.next(), 2);
            all.addAll(page.tags());
        }

        assertEquals(List.of("1", "2", "3"), all);
        assertEquals("/v2/team/app/tags/list?n=2", server.takeRequest().getTarget());
        assertEquals("/v2/team/app/tags/list?last=2&n=2", server.takeRequest().getTarget());
        assertEquals(List.of(), client.tags(Optional.empty(), 2).tags());
    }

    @Test
    void limitTellsHowLongToWait() throws Exception {
        server.enqueue(answer(429, "", "Retry-After", "61"));
        server.enqueue(answer(429, "", "Retry-After", "nonsense"));
        server.enqueue(answer(429, "", "Retry-After", "Sat, 01 Jan 2000 00:00:00 GMT"));
        RegistryClient client = client(Optional.empty());

        assertEquals(Optional.of(Duration.ofSeconds(61)), limited(client).retryAfter());
        assertEquals(Optional.empty(), limited(client).retryAfter());
        assertEquals(Optional.of(Duration.ZERO), limited(client).retryAfter());
    }

    @ParameterizedTest
    @CsvSource({
        "RateLimit-Reset, 42",
        "RateLimit, 'limit=100, remaining=0, reset=42'",
        "RateLimit, '\"default\";r=0;t=42'"
    })
    void otherRegistriesTellItInTheirOwnWays(String header, String value) throws Exception {
        server.enqueue(answer(429, "", header, value));

        assertEquals(
                Optional.of(Duration.ofSeconds(42)),
                limited(client(Optional.empty())).retryAfter());
    }

    @Test
    void dockerHubTellsTheTimeItself() throws Exception {
        Instant before = Instant.now();
        server.enqueue(answer(429, "", "X-Retry-After", String.valueOf(before.getEpochSecond() + 600)));

        Duration left = limited(client(Optional.empty())).retryAfter().orElseThrow();

        assertTrue(left.compareTo(Duration.ofSeconds(600)) <= 0 && !left.isZero(), left::toString);
    }

    private static RegistryException.RateLimited limited(RegistryClient client) {
        return assertThrows(RegistryException.RateLimited.class, () -> client.digest("1"));
    }

    @Test
    void refusalsHaveTheirTypesAndTheRegistrysWords() throws Exception {
        server.enqueue(answer(401, "{\"errors\":[{\"message\":\"who\\u001b[31m?\"}]}"));
        server.enqueue(answer(403, "<html>"));
        server.enqueue(answer(404, ""));
        server.enqueue(answer(502, "{\"errors\":[{\"message\":\"down\"}]}"));
        server.enqueue(answer(401, "", "WWW-Authenticate", "Basic realm=x"));
        RegistryClient client = client(Optional.empty());

        assertEquals("who·[31m?", denied(client).words());
        assertEquals("", denied(client).words());
        assertThrows(RegistryException.NotFound.class, () -> client.tags(Optional.empty(), 1));
        assertTrue(assertThrows(RegistryException.Unexpected.class, () -> client.tags(Optional.empty(), 1))
                .toString()
                .contains("502 down"));
        assertThrows(RegistryException.Denied.class, () -> client.tags(Optional.empty(), 1));
    }

    private static RegistryException.Denied denied(RegistryClient client) {
        return assertThrows(RegistryException.Denied.class, () -> client.tags(Optional.empty(), 1));
    }

    @Test
    void sizeIsThatOfTheLayersForOneProcessor() throws Exception {
        server.enqueue(answer(
                200,
                "{\"manifests\":[{\"digest\":\"sha256:" + "b".repeat(64)
                        + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"arm64\"}},{\"digest\":\"" + DIGEST
                        + "\",\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}}]}"));
        server.enqueue(answer(200, "{\"layers\":[{\"size\":1000},{\"size\":234}]}"));
        RegistryClient client = client(Optional.empty());

        assertEquals(OptionalLong.of(1234), client.size("1", "amd64"));
        server.takeRequest();
        assertEquals("/v2/team/app/manifests/" + DIGEST, server.takeRequest().getTarget());

        server.enqueue(answer(200, "{\"manifests\":[]}"));
        assertEquals(OptionalLong.empty(), client.size("1", "amd64"));
        server.enqueue(answer(200, "{\"schemaVersion\":1}"));
        assertEquals(OptionalLong.empty(), client.size("1", "amd64"));
        server.enqueue(answer(200, "<html>"));
        assertThrows(RegistryException.Unexpected.class, () -> client.size("1", "amd64"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "<html>", "{\"tags\":", "5"})
    void nonsenseIsUnexpected(String body) throws Exception {
        server.enqueue(answer(200, body));
        RegistryClient client = client(Optional.empty());

        assertThrows(RegistryException.Unexpected.class, () -> client.tags(Optional.empty(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://x/", "http://127.0.0.1/", "", "not an address"})
    void tokenServerWithoutAnAddressIsUnexpected(String realm) throws Exception {
        server.enqueue(answer(401, "", "WWW-Authenticate", "Bearer realm=\"" + realm + "\""));
        RegistryClient client = client(Optional.of(Login.withPassword("x", "al", "geheim")));

        RegistryException e = assertThrows(RegistryException.Unexpected.class, () -> client.tags(Optional.empty(), 1));
        assertFalse(e.toString().contains("geheim"));
    }

    @Test
    void tokenServerThatRefusesIsADenial() throws Exception {
        server.enqueue(answer(
                401,
                "",
                "WWW-Authenticate",
                "Bearer realm=\"" + "https://127.0.0.1:" + server.getPort() + "/token" + "\",service=svc"));
        server.enqueue(answer(401, "{\"errors\":[{\"message\":\"incorrect username or password\"}]}"));
        RegistryClient client = client(Optional.of(Login.withPassword("x", "al", "geheim")));

        assertEquals("incorrect username or password", denied(client).words());
    }

    @Test
    void unknownHostAndClosedPortHaveTheirTypes() throws Exception {
        RegistryClient nowhere =
                RegistryClient.open(new RemoteRepository("x", "registry.invalid", "app"), Optional.empty(), List.of());
        RegistryClient closed =
                RegistryClient.open(new RemoteRepository("x", "127.0.0.1:9", "app"), Optional.empty(), List.of());

        assertThrows(RegistryException.UnknownHost.class, () -> nowhere.digest("1"));
        assertThrows(RegistryException.Unreachable.class, () -> closed.digest("1"));
    }

    @Test
    void interruptEndsACall() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        RegistryClient client = client(Optional.empty());
        FutureTask<Optional<String>> call = new FutureTask<>(() -> client.digest("1"));
        Thread caller = Thread.ofVirtual().name("registry-caller").start(call);
        assertEquals("HEAD", server.takeRequest().getMethod());

        caller.interrupt();

        assertInstanceOf(
                RegistryException.Cancelled.class,
                assertThrows(ExecutionException.class, call::get).getCause());
    }
}
