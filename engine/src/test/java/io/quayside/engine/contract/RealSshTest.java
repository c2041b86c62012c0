package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.internal.http.HttpTransport;
import io.quayside.engine.internal.http.TransportSettings;
import io.quayside.engine.internal.resource.HttpEngine;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.stream.EngineStream;
import io.quayside.testing.command.MachineLock;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.leak.LeakCheck;
import io.quayside.testing.ssh.TestSshServer;
import io.quayside.testing.user.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Docker 20.10 through the real ssh: its client, its server, and `docker system dial-stdio` as an ordinary user over
/// there.
@Timeout(120)
class RealSshTest implements SystemCases, OutputCases, ExecCases {
    @RegisterExtension
    static final MachineLock LOCK = MachineLock.of("quayside-test-user");

    private static final String PATH = "/usr/local/bin:/usr/bin:/bin";

    @RegisterExtension
    final LeakCheck leaks = LeakCheck.ofThreads("quayside-").andProcesses("ssh");

    private static Optional<TestSshServer> shared = Optional.empty();
    private final TestEngine daemon = TestEngines.shared(EngineKind.DOCKER_20_10);
    private Optional<EngineFixture> fixture = Optional.empty();

    @BeforeAll
    static void startServer() throws IOException {
        shared = Optional.of(TestSshServer.start(TestUser.ensure(), PATH));
    }

    @AfterAll
    static void endServer() {
        shared.ifPresent(TestSshServer::close);
    }

    @BeforeEach
    void connect() throws IOException {
        // The user over there is no administrator.
        Files.setPosixFilePermissions(daemon.socket(), PosixFilePermissions.fromString("rw-rw-rw-"));
        fixture = Optional.of(new EngineFixture(daemon, engine(server().client(), daemon.socket())));
    }

    @AfterEach
    void cleanUp() throws EngineException {
        if (fixture.isPresent()) {
            fixture.get().close();
        }
    }

    @Override
    public EngineFixture fixture() {
        return fixture.orElseThrow();
    }

    @Test
    void keyThatOpensNothingIsSaidInTheWordsOfSsh() throws IOException {
        UnreachableException e = unreachable(server().clientOfAStranger());
        assertTrue(String.valueOf(e.getMessage()).contains("Permission denied (publickey)"), e::getMessage);
    }

    @Test
    void unknownHostIsRefusedAndSaid() throws IOException {
        UnreachableException e = unreachable(server().clientThatKnowsNoHost());
        assertTrue(String.valueOf(e.getMessage()).contains("Host key verification failed"), e::getMessage);
    }

    @Test
    void hostWithoutDockerIsSaid() throws IOException {
        try (TestSshServer without = TestSshServer.start(TestUser.ensure(), "/usr/games")) {
            UnreachableException e = unreachable(without, without.client(), daemon.socket());
            assertTrue(String.valueOf(e.getMessage()).contains("docker: not found"), e::getMessage);
        }
    }

    @Test
    void hostWhoseEngineIsOffIsSaid() throws IOException {
        UnreachableException e = unreachable(server(), server().client(), Path.of("/var/tmp/no-engine.sock"));
        assertTrue(String.valueOf(e.getMessage()).contains("/var/tmp/no-engine.sock"), e::getMessage);
    }

    @Test
    void hostWithoutServerIsSaid() throws IOException {
        try (TestSshServer gone = TestSshServer.start(TestUser.ensure(), PATH)) {
            gone.stop();
            UnreachableException e = unreachable(gone, gone.client(), daemon.socket());
            assertTrue(String.valueOf(e.getMessage()).contains("Connection refused"), e::getMessage);
        }
    }

    @Test
    void connectionThatIsCutBreaksTheStreamAndTheNextCallMakesANewOne() throws Exception {
        Engine engine = fixture().engine();
        try (EngineStream<EngineEvent> events = engine.system().events(EventFilter.everything())) {
            Threads.Running<Optional<EngineEvent>> reading = Threads.startBlocked(events::next);
            server().cutConnections();
            assertInstanceOf(StreamBrokenException.class, assertThrows(EngineException.class, reading::result));
        }
        assertFalse(engine.system().version().version().isEmpty());
    }

    private static TestSshServer server() {
        return shared.orElseThrow();
    }

    private UnreachableException unreachable(Path client) {
        return unreachable(server(), client, daemon.socket());
    }

    private static UnreachableException unreachable(TestSshServer server, Path client, Path socket) {
        try (Engine engine = engine(server, client, socket)) {
            UnreachableException e = assertThrows(
                    UnreachableException.class, () -> engine.system().version());
            assertEquals(UnreachableException.Reason.SSH, e.reason());
            return e;
        }
    }

    private static Engine engine(Path client, Path socket) {
        return engine(server(), client, socket);
    }

    private static Engine engine(TestSshServer server, Path client, Path socket) {
        EngineEndpoint endpoint = new EngineEndpoint.Ssh(server.user(), "127.0.0.1", server.port(), socket.toString());
        TransportSettings settings = TransportSettings.standard().withSshProgram(client.toString());
        return new HttpEngine(endpoint, new HttpTransport(endpoint, settings));
    }
}
