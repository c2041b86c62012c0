package io.quayside.engine.internal.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.ServerErrorException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImageManifest;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullProgress.Phase;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.model.PushProgress;
import io.quayside.engine.model.PushSpec;
import io.quayside.engine.model.RegistryAuth;
import io.quayside.engine.model.StopOptions;
import io.quayside.engine.stream.EngineStream;
import io.quayside.engine.stream.LogStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static ScriptedTransport answering(String body) {
        return new ScriptedTransport("1.45", "application/json", body);
    }

    private static HttpEngine engine(ScriptedTransport transport) {
        return new HttpEngine(new EngineEndpoint.UnixSocket(Path.of("/none")), transport);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>login</html>", "", "OK", "{\"message\":\"hello\"}", "\"text\"", "[1,2", "[{\"Id\":"})
    void listThatIsntOneIsAnError(String body) {
        ScriptedTransport transport = answering(body);

        Class<? extends EngineException> kind =
                body.startsWith("[") ? StreamBrokenException.class : EngineProtocolException.class;
        assertThrows(kind, () -> engine(transport).containers().list(ContainerFilter.everything()));
        assertEquals(0, transport.open);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>login</html>", "", "OK", "[]", "null", "{\"Id\":"})
    void inspectionThatIsntOneIsAnError(String body) {
        ScriptedTransport transport = answering(body);

        assertThrows(
                EngineProtocolException.class,
                () -> engine(transport).containers().inspect("web"));
        assertEquals(0, transport.open);
    }

    @Test
    void errorShowsWhatAnsweredWithoutItsTricks() {
        EngineProtocolException e = assertThrows(
                EngineProtocolException.class,
                () -> engine(answering("<p>\u001b[31m\u202esecret\u0007</p>"))
                        .system()
                        .version());

        assertEquals("<p> [31m secret </p>", e.firstBytes());
    }

    @Test
    void nullIsAnEmptyList() throws Exception {
        assertEquals(List.of(), engine(answering("null")).containers().changes("web"));
    }

    @Test
    void hugeDocumentsArentKept() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return length;
            }
        };
        ScriptedTransport transport = new ScriptedTransport("1.45", "application/json", endless);

        assertThrows(
                EngineProtocolException.class,
                () -> engine(transport).containers().inspect("web"));
        assertEquals(0, transport.open);
    }

    @Test
    void streamGivesItsItemsAndEnds() throws Exception {
        ScriptedTransport transport = answering("{\"Action\":\"start\"}\n{\"Action\":\"exec_create: sh -c a:b\"}\n");
        List<String> actions = new ArrayList<>();
        try (EngineStream<EngineEvent> events = engine(transport).system().events(EventFilter.everything())) {
            Optional<EngineEvent> event = events.next();
            while (event.isPresent()) {
                actions.add(event.get().action() + "|" + event.get().detail());
                event = events.next();
            }
            assertEquals(Optional.empty(), events.next());
        }

        assertEquals(List.of("start|", "exec_create|sh -c a:b"), actions);
        assertEquals(0, transport.open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Action\":\"st | io.quayside.engine.error.StreamBrokenException",
                "garbage | io.quayside.engine.error.EngineProtocolException",
                "[] | io.quayside.engine.error.EngineProtocolException"
            })
    void brokenStreamIsAnError(String rest, String kind) throws Exception {
        try (EngineStream<EngineEvent> events =
                engine(answering("{\"Action\":\"start\"}\n" + rest)).system().events(EventFilter.everything())) {
            assertEquals("start", events.next().orElseThrow().action());
            assertEquals(
                    kind, assertThrows(Exception.class, events::next).getClass().getName());
        }
    }

    @Test
    void cutConnectionIsAnError() throws Exception {
        InputStream cut = new SequenceInputStream(
                new ByteArrayInputStream("{\"Action\":\"start\"}\n".getBytes(StandardCharsets.UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("reset");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        throw new IOException("reset");
                    }
                });
        try (EngineStream<EngineEvent> events = engine(new ScriptedTransport("1.45", "application/json", cut))
                .system()
                .events(EventFilter.everything())) {
            assertEquals("start", events.next().orElseThrow().action());
            assertThrows(StreamBrokenException.class, events::next);
        }
    }

    @Test
    void pullTellsEachLayersPhase() throws Exception {
        String body = """
                {"status":"Pulling from library/redis","id":"7"}
                {"status":"Already exists","progressDetail":{},"id":"a"}
                {"status":"Pulling fs layer","progressDetail":{},"id":"b"}
                {"status":"Downloading","progressDetail":{"current":5,"total":10},"progress":"[=> ]","id":"b"}
                {"status":"Verifying Checksum","progressDetail":{},"id":"b"}
                {"status":"Download complete","progressDetail":{},"id":"b"}
                {"status":"Extracting","progressDetail":{"current":1,"units":"s"},"id":"b"}
                {"status":"Pull complete","progressDetail":{},"id":"b"}
                {"status":"Digest: sha256:1"}
                """;
        List<PullProgress> steps = new ArrayList<>();
        try (EngineStream<PullProgress> pull = engine(answering(body)).images().pull(PullSpec.of("redis:7"))) {
            Optional<PullProgress> step = pull.next();
            while (step.isPresent()) {
                steps.add(step.get());
                step = pull.next();
            }
        }

        assertEquals(
                List.of(
                        Phase.MESSAGE,
                        Phase.EXISTED,
                        Phase.WAITING,
                        Phase.DOWNLOADING,
                        Phase.VERIFYING,
                        Phase.DOWNLOADED,
                        Phase.EXTRACTING,
                        Phase.COMPLETE,
                        Phase.MESSAGE),
                steps.stream().map(PullProgress::phase).toList());
        assertEquals(new PullProgress("b", Phase.DOWNLOADING, 5, 10, "Downloading"), steps.get(3));
    }

    @Test
    void failureInsideAPullIsThrown() throws Exception {
        try (EngineStream<PullProgress> pull = engine(answering("{\"status\":\"Pulling from a\",\"id\":\"1\"}\n"
                        + "{\"errorDetail\":{\"code\":404,\"message\":\"no such tag\"},\"error\":\"no such tag\"}"))
                .images()
                .pull(PullSpec.of("a:1"))) {
            assertTrue(pull.next().isPresent());
            NotFoundException e = assertThrows(NotFoundException.class, pull::next);
            assertEquals(Optional.of("no such tag"), e.engineMessage());
        }
        try (EngineStream<PullProgress> pull =
                engine(answering("{\"error\":\"disk full\"}")).images().pull(PullSpec.of("a:1"))) {
            assertEquals(
                    Optional.of("disk full"),
                    assertThrows(ServerErrorException.class, pull::next).engineMessage());
        }
    }

    @Test
    void pushTellsEachLayersPhaseAndTheDigest() throws Exception {
        String body = """
                {"status":"The push refers to repository [127.0.0.1:5000/app]"}
                {"status":"Preparing","progressDetail":{},"id":"a"}
                {"status":"Pushing","progressDetail":{"current":5,"total":10},"progress":"[=> ]","id":"a"}
                {"status":"Pushed","progressDetail":{},"id":"a"}
                {"status":"Layer already exists","progressDetail":{},"id":"b"}
                {"status":"Mounted from other","progressDetail":{},"id":"c"}
                {"progressDetail":{},"aux":{"Tag":"1","Digest":"sha256:d1","Size":528}}
                """;
        ScriptedTransport transport = answering(body);
        List<PushProgress> steps = new ArrayList<>();
        try (EngineStream<PushProgress> push = engine(transport).images().push(PushSpec.of("127.0.0.1:5000/app"))) {
            for (Optional<PushProgress> step = push.next(); step.isPresent(); step = push.next()) {
                steps.add(step.get());
            }
        }

        assertEquals(
                List.of(
                        PushProgress.Phase.MESSAGE,
                        PushProgress.Phase.WAITING,
                        PushProgress.Phase.PUSHING,
                        PushProgress.Phase.PUSHED,
                        PushProgress.Phase.EXISTED,
                        PushProgress.Phase.EXISTED,
                        PushProgress.Phase.MESSAGE),
                steps.stream().map(PushProgress::phase).toList());
        assertEquals(new PushProgress("a", PushProgress.Phase.PUSHING, 5, 10, "Pushing", ""), steps.get(2));
        assertEquals("sha256:d1", steps.getLast().digest());
        assertEquals(
                "POST /images/127.0.0.1:5000/app/push",
                transport.requests.getFirst().line());
        assertEquals(Map.of("tag", "latest"), transport.query());
        // Without a login there is an empty one, which engines need.
        assertEquals("e30=", transport.requests.getFirst().headers().getFirst().value());
    }

    @Test
    void platformsOfAnImageAreTold() throws Exception {
        ScriptedTransport transport = new ScriptedTransport(
                "1.47",
                "application/json",
                "[{\"Id\":\"i\",\"Manifests\":[{\"ID\":\"sha256:a\",\"Available\":true,"
                        + "\"Kind\":\"image\",\"Size\":{\"Content\":5,\"Total\":12},\"ImageData\":{\"Platform\":"
                        + "{\"architecture\":\"arm64\",\"os\":\"linux\",\"variant\":\"v8\"},\"Size\":{\"Unpacked\":7},"
                        + "\"Containers\":[\"c\"]}},{\"ID\":\"sha256:b\",\"Kind\":\"attestation\"},5]}]");

        List<ImageManifest> manifests = engine(transport)
                .images()
                .list(ImageFilter.everything().withManifests())
                .getFirst()
                .manifests();

        assertEquals(Map.of("manifests", "1"), transport.query());
        assertEquals(
                List.of(
                        new ImageManifest(
                                "sha256:a", ImageManifest.Kind.IMAGE, true, "linux/arm64/v8", 5, 7, List.of("c")),
                        new ImageManifest("sha256:b", ImageManifest.Kind.ATTESTATION, false, "", 0, 0, List.of()),
                        new ImageManifest("", ImageManifest.Kind.UNKNOWN, false, "", 0, 0, List.of())),
                manifests);
    }

    @Test
    void loginGoesIntoTheHeaderAndNowhereElse() throws Exception {
        ScriptedTransport transport = answering("");
        RegistryAuth auth = RegistryAuth.ofJson("{\"password\":\"geheim\"}");

        engine(transport)
                .images()
                .pull(new PullSpec("redis", "linux/arm64", Optional.of(auth)))
                .close();

        assertEquals(
                auth.headerValue(),
                transport.requests.getFirst().headers().getFirst().value());
        assertFalse(auth.toString().contains(auth.headerValue()));
        assertEquals(Map.of("fromImage", "redis", "tag", "latest", "platform", "linux/arm64"), transport.query());
    }

    @ParameterizedTest
    @CsvSource({
        "redis, redis, latest",
        "redis:7, redis, 7",
        "localhost:5000/redis, localhost:5000/redis, latest",
        "localhost:5000/team/redis:7, localhost:5000/team/redis, 7",
        "redis@sha256:abc, redis, sha256:abc",
        "localhost:5000/redis:7@sha256:abc, localhost:5000/redis, sha256:abc"
    })
    void referencesAreTakenApart(String reference, String repository, String version) {
        assertEquals(new ImageName(repository, version), ImageName.of(reference));
    }

    @Test
    void filtersAreSentAsJson() throws Exception {
        ScriptedTransport transport = answering("[]");

        engine(transport)
                .containers()
                .list(ContainerFilter.everything().withLabel("a=\"b\"").withLabel("c"));

        assertEquals(Map.of("all", "1", "filters", "{\"label\":[\"a=\\\"b\\\"\",\"c\"]}"), transport.query());
    }

    @Test
    void sharedSizesAreAskedForOnlyWhereTheyAreKnown() throws Exception {
        ScriptedTransport old = new ScriptedTransport("1.41", "application/json", "[]");

        engine(old).images().list(ImageFilter.everything().withSharedSize().withManifests());

        assertEquals(Map.of(), old.query());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "999, 1", "1000, 1", "1001, 2", "10000, 10"})
    void stopTimesAreWholeSecondsAndNeverShorter(long millis, String seconds) throws Exception {
        ScriptedTransport transport = answering("");

        engine(transport).containers().stop("web", StopOptions.within(Duration.ofMillis(millis)));

        assertEquals(Map.of("t", seconds), transport.query());
    }

    @Test
    void logQueryIsSent() throws Exception {
        ScriptedTransport transport = new ScriptedTransport(
                "1.45", "application/vnd.docker.multiplexed-stream", "\u0001\0\0\0\0\0\0\u0002hi");

        try (LogStream logs = engine(transport)
                .containers()
                .logs(
                        "web",
                        LogQuery.everything()
                                .withTimestamps()
                                .withTail(5)
                                .withSince(Instant.ofEpochSecond(1, 2))
                                .withUntil(Instant.ofEpochSecond(3)))) {
            assertEquals("hi", new String(logs.next().orElseThrow().bytes(), StandardCharsets.UTF_8));
            assertEquals(Optional.empty(), logs.next());
        }

        assertEquals(
                Map.of(
                        "stdout", "1",
                        "stderr", "1",
                        "timestamps", "1",
                        "tail", "5",
                        "since", "1.000000002",
                        "until", "3.000000000"),
                transport.query());
        assertEquals(0, transport.open);
    }
}
