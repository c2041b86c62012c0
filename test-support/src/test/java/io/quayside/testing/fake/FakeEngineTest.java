package io.quayside.testing.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.testing.command.Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class FakeEngineTest {
    private final FakeEngine engine = FakeEngine.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        client.shutdownNow();
        engine.close();
    }

    @Test
    void dockerListsTheContainersOverTheSocket() {
        Assumptions.assumeTrue(Command.find("docker").isPresent(), "needs the docker command");
        engine.containers().fill(3);

        assertEquals(
                List.of("container-0", "container-1", "container-2"),
                docker("ps", "-a", "--format", "{{.Names}}").lines().sorted().toList());
    }

    @Test
    void dockerStopsAContainer() {
        Assumptions.assumeTrue(Command.find("docker").isPresent(), "needs the docker command");
        engine.containers().fill(1);

        docker("stop", "container-0");

        assertEquals(
                "exited", engine.containers().find("container-0").orElseThrow().state());
    }

    @Test
    void listsTenThousandContainers() throws Exception {
        engine.containers().fill(10_000);

        assertEquals(10_000, get("/containers/json?all=1").split("\"Names\"", -1).length - 1);
    }

    @Test
    void changesReachEveryEventStream() throws Exception {
        engine.containers().fill(1);
        try (BufferedReader events = open("/events")) {
            engine.await(() -> engine.eventStreams() == 1);

            engine.containers().pause("container-0");

            assertTrue(events.readLine().contains("\"Action\":\"pause\""));
        }
    }

    @Test
    void statsComeAtOnceAndWithEachTick() throws Exception {
        engine.containers().fill(1);
        try (BufferedReader stats = open("/containers/container-0/stats")) {
            assertTrue(stats.readLine().contains("\"total_usage\":100000000,"));
            engine.await(() -> engine.statsStreams() == 1);

            engine.tickStats();

            assertTrue(stats.readLine().contains("\"total_usage\":200000000,"));
        }
    }

    @Test
    void leavingClientIsNoticed() throws Exception {
        open("/events").close();

        engine.await(() -> engine.eventStreams() == 0 && engine.connections() == 0);
    }

    @Test
    void cutConnectionsEndStreams() throws Exception {
        try (BufferedReader events = open("/events")) {
            engine.await(() -> engine.eventStreams() == 1);

            engine.cutConnections();

            assertThrows(IOException.class, events::readLine);
        }
    }

    @Test
    void downEngineRefusesUntilItComesBack() throws Exception {
        engine.goDown();
        assertThrows(IOException.class, () -> get("/_ping"));

        engine.comeBack();

        assertEquals("OK", get("/_ping"));
    }

    @Test
    void latestRuleCounts() throws Exception {
        engine.on("GET", "/images/*/json", FakeReply.json("1"));
        engine.on("GET", "/images/a/json", FakeReply.json("2"));
        engine.on("GET", "/images/**", FakeReply.json("3").heldBy(new CountDownLatch(0)));

        assertEquals("3", get("/images/a/b/c"));
        assertEquals("3", get("/images/a/json"));
    }

    @Test
    void brokenRepliesAreSeenByTheClient() {
        engine.on("GET", "/cut", FakeReply.cutAfter("application/json", "["));
        engine.on("GET", "/garbage", FakeReply.garbage());
        engine.on("GET", "/nothing", FakeReply.hangUp());

        assertThrows(IOException.class, () -> get("/cut"));
        assertThrows(IOException.class, () -> get("/garbage"));
        assertThrows(IOException.class, () -> get("/nothing"));
    }

    private String docker(String... words) {
        return Command.of(Stream.concat(Stream.of("docker", "--host", engine.host()), Stream.of(words))
                        .toList())
                .run()
                .orFail()
                .output();
    }

    private String get(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString()).body();
    }

    private BufferedReader open(String path) throws Exception {
        return new BufferedReader(new InputStreamReader(
                client.send(request(path), BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(engine.tcpHost().replace("tcp:", "http:") + path))
                .build();
    }
}
