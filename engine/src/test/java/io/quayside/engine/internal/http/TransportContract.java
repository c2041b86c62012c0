package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.stream.FrameReader;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.StreamFormat;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every transport has to do, on a real engine.
@ExtendWith(LeakCheck.class)
abstract class TransportContract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "contract";

    private TestEngine engine;
    private HttpTransport transport;

    abstract TestEngine engine();

    abstract EngineEndpoint endpoint(TestEngine of) throws IOException;

    TransportSettings settings() throws IOException {
        return TransportSettings.standard();
    }

    @BeforeEach
    void connect() throws IOException {
        engine = engine();
        TestImages.ensure(engine);
        engine.tryDocker("rm", "--force", NAME);
        transport = new HttpTransport(endpoint(engine), settings());
    }

    @AfterEach
    void nothingStaysOpen() {
        try {
            assertEquals(0, transport.openCalls());
        } finally {
            transport.close();
            engine.tryDocker("rm", "--force", NAME);
        }
    }

    @Test
    void settlesOnTheNewestVersionThatBothSpeak() throws Exception {
        ApiVersion engines = ApiVersion.parse(engine.docker("version", "--format", "{{.Server.APIVersion}}"))
                .orElseThrow();
        assertEquals(engines, transport.apiVersion());
        assertEquals(
                engines.toString(),
                json(EngineRequest.get("version")).path("ApiVersion").stringValue());
    }

    @Test
    void asksAndAnswersOneAfterTheOther() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertTrue(json(EngineRequest.get("containers", "json").flag("all", true))
                    .isArray());
        }
    }

    @Test
    void sendsQueriesAsTheyAre() throws Exception {
        engine.docker("create", "--name", NAME, "--label", "odd=a b&c=d/ä+%", TestImages.BUSYBOX);
        JsonNode found = json(EngineRequest.get("containers", "json")
                .flag("all", true)
                .query("filters", JSON.writeValueAsString(Map.of("label", List.of("odd=a b&c=d/ä+%")))));
        assertEquals(1, found.size());
    }

    @Test
    void unknownContainerIsNotFoundInTheEnginesWords() {
        EngineRequest request = EngineRequest.get("containers", "no-such", "json");
        NotFoundException e = assertThrows(NotFoundException.class, () -> transport.execute(request));
        assertEquals("GET /containers/no-such/json", e.requestLine().orElseThrow());
        assertEquals(404, e.status().orElseThrow());
        assertTrue(e.engineMessage().orElseThrow().contains("no-such"), e::getMessage);
    }

    @Test
    void takenNameIsAConflict() throws Exception {
        create("sleep", "60");
        RefusedException e = assertThrows(RefusedException.class, () -> create("sleep", "60"));
        // Podman takes it for a fault of its own.
        assertEquals(engine.kind().isDocker() ? 409 : 500, e.status().orElseThrow());
    }

    @Test
    void malformedBodyIsRefused() {
        EngineRequest request = EngineRequest.post("containers", "create").json(bytes("{\"Image\":"));
        RefusedException e = assertThrows(RefusedException.class, () -> transport.execute(request));
        // Older Docker and Podman take it for a fault of their own.
        assertTrue(List.of(400, 500).contains(e.status().orElseThrow()), e::toString);
    }

    @Test
    void startingARunningContainerSaysAlreadySo() throws Exception {
        create("sleep", "60");
        assertEquals(204, status(EngineRequest.post("containers", NAME, "start")));
        assertEquals(304, status(EngineRequest.post("containers", NAME, "start")));
    }

    @Test
    void uploadsAndDownloadsWithoutALengthKnownBefore() throws Exception {
        create("sleep", "60");
        byte[] tar = TestImages.busyboxArchive();
        EngineRequest upload = EngineRequest.put("containers", NAME, "archive")
                .query("path", "/tmp")
                .body(new RequestBody.Stream(out -> out.write(tar), -1, "application/x-tar"))
                .unbounded();
        assertEquals(200, status(upload));
        EngineRequest download = EngineRequest.get("containers", NAME, "archive")
                .query("path", "/tmp/bin/busybox")
                .unbounded();
        try (EngineResponse answer = transport.execute(download)) {
            assertTrue(answer.header("X-Docker-Container-Path-Stat").isPresent());
            assertTrue(answer.body().readAllBytes().length > 500_000);
        }
    }

    @Test
    void outputComesAsFrames() throws Exception {
        create("sh", "-c", "echo out; echo err >&2");
        status(EngineRequest.post("containers", NAME, "start"));
        status(EngineRequest.post("containers", NAME, "wait").unbounded());
        Map<String, String> streams = new TreeMap<>();
        try (EngineResponse answer = transport.execute(logs(false))) {
            FrameReader reader = frames(answer);
            Optional<LogFrame> frame = reader.next();
            while (frame.isPresent()) {
                streams.merge(
                        frame.get().type().name(),
                        new String(frame.get().bytes(), StandardCharsets.UTF_8),
                        String::concat);
                frame = reader.next();
            }
        }
        assertEquals(Map.of("STDOUT", "out\n", "STDERR", "err\n"), streams);
    }

    @Test
    void hijackedConnectionCarriesBothDirectionsAndHalfCloses() throws Exception {
        create("sleep", "60");
        status(EngineRequest.post("containers", NAME, "start"));
        byte[] sent = new byte[4 << 20];
        new Random(1).nextBytes(sent);
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (UpgradedConnection connection = transport.upgrade(exec("cat"))) {
            Started<Boolean> writing = Started.run(() -> {
                connection.output().write(sent);
                connection.closeWrite();
                return true;
            });
            FrameReader reader = new FrameReader(connection.input(), StreamFormat.MULTIPLEXED, connection::failure);
            while (reader.read((type, buffer, offset, length) -> received.write(buffer, offset, length))) {}
            assertTrue(writing.result());
        }
        assertArrayEquals(sent, received.toByteArray());
    }

    @Test
    void hijackedConnectionIsInteractive() throws Exception {
        create("sleep", "60");
        status(EngineRequest.post("containers", NAME, "start"));
        try (UpgradedConnection connection = transport.upgrade(exec("cat"))) {
            FrameReader reader = new FrameReader(connection.input(), StreamFormat.MULTIPLEXED, connection::failure);
            OutputStream out = connection.output();
            for (String word : List.of("one\n", "two\n", "three\n")) {
                out.write(bytes(word));
                assertEquals(word, new String(reader.next().orElseThrow().bytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void interruptEndsACallThatWaitsForItsAnswer() throws Exception {
        create("sleep", "60");
        status(EngineRequest.post("containers", NAME, "start"));
        Started<Integer> waiting = Started.run(() -> {
            try {
                return status(EngineRequest.post("containers", NAME, "wait")
                        .query("condition", "removed")
                        .unbounded());
            } finally {
                assertTrue(Thread.currentThread().isInterrupted());
            }
        });
        waiting.awaitBlocked();
        waiting.interrupt();
        assertInstanceOf(CancelledException.class, waiting.failure());
    }

    @Test
    void interruptEndsARead() throws Exception {
        Started<?> reading = readingForEver();
        reading.interrupt();
        assertInstanceOf(CancelledException.class, reading.failure());
    }

    @Test
    void closingFromAnotherThreadEndsARead() throws Exception {
        startChatter();
        EngineResponse answer = transport.execute(logs(true));
        FrameReader reader = frames(answer);
        reader.next();
        Started<?> reading = Started.run(reader::next);
        reading.awaitBlocked();
        answer.close();
        assertInstanceOf(CancelledException.class, reading.failure());
    }

    @Test
    void closingFromAnotherThreadEndsAHijackedRead() throws Exception {
        create("sleep", "60");
        status(EngineRequest.post("containers", NAME, "start"));
        UpgradedConnection connection = transport.upgrade(exec("cat"));
        FrameReader reader = new FrameReader(connection.input(), StreamFormat.MULTIPLEXED, connection::failure);
        Started<?> reading = Started.run(reader::next);
        reading.awaitBlocked();
        connection.close();
        assertInstanceOf(CancelledException.class, reading.failure());
    }

    @Test
    void closingTheTransportEndsEverything() throws Exception {
        Started<?> reading = readingForEver();
        transport.close();
        assertInstanceOf(CancelledException.class, reading.failure());
        assertThrows(
                CancelledException.class,
                () -> status(EngineRequest.get("_ping").unversioned()));
    }

    @Test
    void manyStreamsLeaveRoomForCalls() throws Exception {
        startChatter();
        List<EngineResponse> open = new ArrayList<>();
        List<Started<?>> reading = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            EngineResponse answer = transport.execute(logs(true));
            open.add(answer);
            FrameReader reader = frames(answer);
            reader.next();
            reading.add(Started.run(reader::next));
        }
        reading.forEach(Started::awaitBlocked);
        assertTrue(Started.run(() -> json(EngineRequest.get("containers", "json")))
                .result()
                .isArray());
        open.forEach(EngineResponse::close);
        for (Started<?> each : reading) {
            assertInstanceOf(CancelledException.class, each.failure());
        }
    }

    private Started<?> readingForEver() throws Exception {
        startChatter();
        EngineResponse answer = transport.execute(logs(true));
        FrameReader reader = frames(answer);
        reader.next();
        Started<?> reading = Started.run(() -> {
            try (answer) {
                return reader.next();
            }
        });
        reading.awaitBlocked();
        return reading;
    }

    /// A container that says one thing and then nothing.
    private void startChatter() throws Exception {
        create("sh", "-c", "echo hello; sleep 600");
        status(EngineRequest.post("containers", NAME, "start"));
    }

    private static EngineRequest logs(boolean follow) {
        return EngineRequest.get("containers", NAME, "logs")
                .flag("stdout", true)
                .flag("stderr", true)
                .flag("follow", follow)
                .unbounded();
    }

    private static FrameReader frames(EngineResponse answer) {
        return new FrameReader(answer.body(), StreamFormat.MULTIPLEXED, answer::failure);
    }

    private void create(String... command) throws Exception {
        byte[] body = JSON.writeValueAsBytes(Map.of(
                "Image",
                TestImages.BUSYBOX,
                "Cmd",
                command,
                "HostConfig",
                Map.of("NetworkMode", "none", "Init", false)));
        status(EngineRequest.post("containers", "create").query("name", NAME).json(body));
    }

    private EngineRequest exec(String... command) throws Exception {
        byte[] body = JSON.writeValueAsBytes(
                Map.of("AttachStdin", true, "AttachStdout", true, "AttachStderr", true, "Cmd", command));
        String id = json(EngineRequest.post("containers", NAME, "exec").json(body))
                .path("Id")
                .stringValue();
        return EngineRequest.post("exec", id, "start").json(bytes("{\"Detach\":false,\"Tty\":false}"));
    }

    private int status(EngineRequest request) throws Exception {
        try (EngineResponse answer = transport.execute(request)) {
            try {
                answer.body().readAllBytes();
            } catch (IOException e) {
                throw answer.failure(e);
            }
            return answer.status();
        }
    }

    private JsonNode json(EngineRequest request) throws Exception {
        try (EngineResponse answer = transport.execute(request)) {
            return JSON.readTree(answer.body());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
