package io.quayside.testing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.command.Command;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestEnginesTest {
    @ParameterizedTest
    @EnumSource
    void eachKindRunsAContainerThatServesAPort(EngineKind kind) throws Exception {
        TestEngine engine = TestEngines.shared(kind);
        TestImages.ensure(engine);
        engine.docker("run", "--detach", "--name", "web", "--publish", "127.0.0.1::80", TestImages.HTTPD);
        try {
            String address = engine.docker("port", "web", "80").strip();

            assertEquals("hello from quayside\n", get("http://" + address + "/"));
            assertTrue(
                    engine.docker("version", "--format", "{{.Server.Version}}").startsWith(kind.versionPrefix()));
        } finally {
            engine.removeContainers();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "DOCKER.*", mode = EnumSource.Mode.MATCH_ALL)
    void statsTellMemory(EngineKind kind) {
        TestEngine engine = TestEngines.shared(kind);
        TestImages.ensure(engine);
        engine.docker("run", "--detach", "--init", "--name", "busy", TestImages.BUSYBOX, "sleep", "1000");
        try {
            String memory = engine.docker("stats", "--no-stream", "--format", "{{.MemUsage}}");

            assertFalse(memory.startsWith("0B"), memory);
        } finally {
            engine.removeContainers();
        }
    }

    @Test
    void twoPodmansRunBesideEachOther() {
        for (Listener listener : List.of(Listener.UNIX, Listener.TCP)) {
            TestEngine engine = TestEngines.shared(EngineKind.PODMAN, listener);
            TestImages.ensure(engine);

            engine.docker("run", "--rm", TestImages.BUSYBOX, "true");
        }
    }

    @Test
    void closingLeavesNoProcessNetworkOrFile() {
        TestEngine engine = TestEngines.fresh(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        engine.docker("network", "create", "other");
        engine.docker("run", "--detach", "--network", "other", TestImages.BUSYBOX, "sleep", "1000");
        ProcessHandle daemon = ProcessHandle.of(engine.pid()).orElseThrow();
        Path directory = engine.directory();

        engine.close();

        assertFalse(daemon.isAlive());
        assertFalse(Files.exists(directory));
        assertFalse(Files.exists(Path.of("/sys/class/net", "qst" + engine.bridgeNumber())));
    }

    @Test
    void frozenDaemonGoesOnAfterResuming() {
        try (TestEngine engine = TestEngines.fresh(EngineKind.DOCKER_26_1)) {
            engine.pauseDaemon();
            engine.resumeDaemon();
            engine.restart();
            engine.killDaemon();
            assertFalse(engine.isAlive());
            engine.start();

            assertTrue(engine.tryDocker("ps").succeeded());
        }
    }

    @Test
    void tlsEngineAcceptsItsClient() {
        TestEngine engine = TestEngines.shared(EngineKind.DOCKER_28_5, Listener.TLS);

        String version = Command.of(
                        "docker",
                        "--tlsverify",
                        "--tlscacert=" + engine.tls().ca(),
                        "--tlscert=" + engine.tls().certificate(),
                        "--tlskey=" + engine.tls().key(),
                        "--host=" + engine.tcpHost(),
                        "version",
                        "--format={{.Server.Version}}")
                .run()
                .orFail()
                .output();

        assertTrue(version.startsWith("28.5."), version);
    }

    @ParameterizedTest
    @EnumSource(names = {"DOCKER_20_10", "PODMAN"})
    void tcpEngineAnswers(EngineKind kind) throws Exception {
        TestEngine engine = TestEngines.shared(kind, Listener.TCP);

        assertEquals(
                "OK", get(engine.tcpHost().replace("tcp:", "http:") + "/_ping").strip());
    }

    private static String get(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
