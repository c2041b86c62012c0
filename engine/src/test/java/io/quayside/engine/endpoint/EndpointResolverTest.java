package io.quayside.engine.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.Candidate.Source;
import io.quayside.engine.endpoint.Candidate.State;
import io.quayside.engine.endpoint.EngineEndpoint.NamedPipe;
import io.quayside.engine.endpoint.EngineEndpoint.Tcp;
import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.engine.endpoint.EngineEndpoint.TlsTcp;
import io.quayside.engine.endpoint.EngineEndpoint.UnixSocket;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointResolverTest {

    private static final Tcp HOST = new Tcp("host.example", 1);
    private static final Tcp CONTEXT = new Tcp("context.example", 2);
    private static final Tcp CURRENT = new Tcp("current.example", 3);

    @TempDir
    private Path root;

    private final Map<String, String> environment = new HashMap<>();
    private final List<ServerSocketChannel> listening = new ArrayList<>();
    private Path home = Path.of("/");

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectories(root.resolve("home"));
    }

    @AfterEach
    void stopListening() throws IOException {
        for (ServerSocketChannel channel : listening) {
            channel.close();
        }
    }

    @Test
    void everythingIsConsideredInDockersOrder() throws Exception {
        environment.put("DOCKER_HOST", HOST.display());
        environment.put("DOCKER_CONTEXT", "context");
        context("context", CONTEXT);
        context("current", CURRENT);
        currentContext("current");
        listenOn("var/run/docker.sock");
        environment.put("XDG_RUNTIME_DIR", "run/user/1");
        listenOn("run/user/1/docker.sock");
        listenOn("run/user/1/podman/podman.sock");
        listenOn("run/podman/podman.sock");
        listenOn("home/.docker/run/docker.sock");

        assertChosen(Source.EXPLICIT, new Tcp("wanted", 7), "tcp://wanted:7");
        assertChosen(Source.EXPLICIT, CONTEXT, "context");
        assertChosen(Source.DOCKER_HOST, HOST, null);
        environment.remove("DOCKER_HOST");
        assertChosen(Source.DOCKER_CONTEXT, CONTEXT, null);
        environment.remove("DOCKER_CONTEXT");
        assertChosen(Source.CURRENT_CONTEXT, CURRENT, null);
        currentContext("default");
        assertChosen(Source.DEFAULT_SOCKET, socket("var/run/docker.sock"), null);
        Files.delete(root.resolve("var/run/docker.sock"));
        assertChosen(Source.ROOTLESS_SOCKET, socket("run/user/1/docker.sock"), null);
        Files.delete(root.resolve("run/user/1/docker.sock"));
        assertChosen(Source.PODMAN_SOCKET, socket("run/user/1/podman/podman.sock"), null);
        Files.delete(root.resolve("run/user/1/podman/podman.sock"));
        assertChosen(Source.PODMAN_SOCKET, socket("run/podman/podman.sock"), null);
        Files.delete(root.resolve("run/podman/podman.sock"));
        assertChosen(Source.DESKTOP_SOCKET, socket("home/.docker/run/docker.sock"), null);
        Files.delete(root.resolve("home/.docker/run/docker.sock"));
        assertEquals(Optional.empty(), resolve(null).chosen());
        assertEquals("No engine listens here", resolve(null).problem());
    }

    @Test
    void everythingLookedAtIsTold() throws Exception {
        environment.put("DOCKER_HOST", "nonsense");
        context("other", CONTEXT);
        listenOn("var/run/docker.sock");
        leaveBehind("run/podman/podman.sock");
        List<String> told = resolve(null).lookedAt().stream()
                .map(c -> c.source() + " " + c.state())
                .toList();
        assertEquals(
                List.of(
                        "EXPLICIT NOT_SET",
                        "DOCKER_HOST UNUSABLE",
                        "DOCKER_CONTEXT NOT_SET",
                        "CURRENT_CONTEXT NOT_SET",
                        "DEFAULT_SOCKET AVAILABLE",
                        "PODMAN_SOCKET UNUSABLE",
                        "DESKTOP_SOCKET MISSING",
                        "DESKTOP_SOCKET MISSING",
                        "OTHER_CONTEXT NOT_TRIED"),
                told);
    }

    @Test
    void brokenSettingIsAProblemAndNothingElseIsTaken() throws Exception {
        listenOn("var/run/docker.sock");
        for (String broken : List.of("nonsense", "tcp://host:99999", "ftp://x")) {
            environment.put("DOCKER_HOST", broken);
            Resolution resolution = resolve(null);
            assertEquals(Optional.empty(), resolution.chosen());
            assertFalse(resolution.problem().isEmpty());
        }
    }

    @Test
    void unknownCurrentContextIsAProblem() throws Exception {
        listenOn("var/run/docker.sock");
        currentContext("gone");
        Resolution resolution = resolve(null);
        assertEquals(Optional.empty(), resolution.chosen());
        assertEquals("There is no context of this name", resolution.problem());
    }

    @Test
    void brokenConfigurationIsToldAndTheSocketsDecide() throws Exception {
        listenOn("var/run/docker.sock");
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{ truncat");
        Resolution resolution = resolve(null);
        assertEquals(Optional.of(socket("var/run/docker.sock")), resolution.endpoint());
        assertTrue(resolution.lookedAt().stream()
                .anyMatch(c -> c.source() == Source.CURRENT_CONTEXT && c.state() == State.UNUSABLE));
    }

    @Test
    void contextDefaultPassesTheCurrentOneBy() throws Exception {
        listenOn("var/run/docker.sock");
        context("current", CURRENT);
        currentContext("current");
        environment.put("DOCKER_CONTEXT", "default");
        assertChosen(Source.DEFAULT_SOCKET, socket("var/run/docker.sock"), null);
        environment.remove("DOCKER_CONTEXT");
        assertChosen(Source.DEFAULT_SOCKET, socket("var/run/docker.sock"), "default");
        environment.put("DOCKER_HOST", HOST.display());
        assertChosen(Source.DOCKER_HOST, HOST, "default");
    }

    @Test
    void certificatesOfTheEnvironmentAreUsed() throws Exception {
        Path certificates = Files.createDirectories(root.resolve("certs"));
        for (String name : List.of("ca.pem", "cert.pem", "key.pem")) {
            Files.writeString(certificates.resolve(name), "");
        }
        environment.put("DOCKER_HOST", HOST.display());
        environment.put("DOCKER_CERT_PATH", certificates.toString());
        assertEquals(Optional.of(HOST), resolve(null).endpoint());
        environment.put("DOCKER_TLS_VERIFY", "1");
        TlsMaterial material = new TlsMaterial(
                certificates.resolve("ca.pem"), certificates.resolve("cert.pem"), certificates.resolve("key.pem"));
        assertEquals(
                Optional.of(new TlsTcp(HOST.host(), HOST.port(), material)),
                resolve(null).endpoint());
        Files.delete(certificates.resolve("key.pem"));
        assertEquals(Optional.empty(), resolve(null).endpoint());
    }

    @Test
    void tlsWithoutVerifyingIsRefused() {
        environment.put("DOCKER_HOST", HOST.display());
        environment.put("DOCKER_TLS", "1");
        assertEquals(Optional.empty(), resolve(null).endpoint());
    }

    @Test
    void unknownNameIsAProblem() {
        assertEquals(
                "There is no context of this name, and it isn't an address either",
                resolve("no-such").problem());
    }

    @Test
    void pipesAreConsideredOnWindows() {
        NamedPipe desktop = new NamedPipe("\\\\.\\pipe\\dockerDesktopLinuxEngine");
        ListenerProbe probe =
                at -> at.equals(desktop) ? ListenerProbe.Finding.LISTENING : ListenerProbe.Finding.MISSING;
        Surroundings windows = new Surroundings(environment, home, root, true);
        assertEquals(
                Optional.of(desktop),
                new EndpointResolver(windows, probe).resolve(null).endpoint());
    }

    private Resolution resolve(@Nullable String wanted) {
        return new EndpointResolver(new Surroundings(environment, home, root, false)).resolve(wanted);
    }

    private void assertChosen(Source source, EngineEndpoint endpoint, @Nullable String wanted) {
        Candidate chosen = resolve(wanted).chosen().orElseThrow();
        assertEquals(
                List.of(source, endpoint),
                List.of(chosen.source(), chosen.endpoint().orElseThrow()));
    }

    private UnixSocket socket(String path) {
        return new UnixSocket(root.resolve(path));
    }

    private ServerSocketChannel listenOn(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(file));
        listening.add(channel);
        return channel;
    }

    /// A socket whose engine has died.
    private void leaveBehind(String path) throws IOException {
        listenOn(path).close();
    }

    private void context(String name, EngineEndpoint endpoint) throws IOException {
        Path folder =
                Files.createDirectories(home.resolve(".docker/contexts/meta").resolve(name));
        Files.writeString(
                folder.resolve("meta.json"),
                "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, endpoint.display()));
    }

    private void currentContext(String name) throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\":\"" + name + "\"}");
    }
}
