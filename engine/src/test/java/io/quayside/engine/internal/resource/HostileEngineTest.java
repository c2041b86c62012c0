package io.quayside.engine.internal.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.stream.EngineStream;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.LogStream;
import io.quayside.testing.fake.FakeEngine;
import io.quayside.testing.fake.FakeReply;
import io.quayside.testing.leak.LeakCheck;
import io.quayside.testing.leak.OpenSockets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the calls of the client make of an engine that cuts its answers anywhere, sends them byte by byte, or fills
/// them
/// with what no engine should send. Each call ends, with what there was or with a typed failure.
@Timeout(120)
class HostileEngineTest {
    private static final String LIST = "/containers/json";
    private static final String EVENT =
            "{\"Type\":\"container\",\"Action\":\"die\",\"Actor\":{\"ID\":\"abc\",\"Attributes\":{\"name\":\"w\\u00e9b\"}},"
                    + "\"time\":1763719200,\"timeNano\":1763719200000000001}\n";
    private static final String FRAMES = "\1\0\0\0\0\0\0\4out\n\2\0\0\0\0\0\0\4err\n";

    @RegisterExtension
    final LeakCheck leaks = LeakCheck.ofThreads("quayside-").andThreads("engine-");

    private final FakeEngine fake = FakeEngine.start();
    private final Engine engine = EngineFactory.open(new EngineEndpoint.UnixSocket(fake.socket()));

    @AfterEach
    void close() {
        engine.close();
        fake.close();
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(String type, String framing) {
        return "HTTP/1.1 200 OK\r\nApi-Version: 1.45\r\nContent-Type: " + type + "\r\n" + framing + "\r\n";
    }

    /// These bytes, then the end of the connection.
    private static FakeReply cut(byte[] whole, int at) {
        return exchange -> {
            exchange.raw(java.util.Arrays.copyOf(whole, at));
            exchange.cut();
        };
    }

    /// These bytes one at a time.
    private static FakeReply trickle(byte[] whole) {
        return exchange -> {
            for (byte b : whole) {
                exchange.raw(new byte[] {b});
            }
        };
    }

    @Test
    void listThatIsCutAfterAnyByteIsATypedFailure() throws EngineException {
        engine.apiVersion();
        String body = "[{\"Id\":\"abc\",\"Names\":[\"/w\u00c3\u00a9b\"],\"Labels\":{\"a\":\"b\"}}]";
        byte[] whole = bytes(head("application/json", "Content-Length: " + body.length() + "\r\n") + body);
        for (int at = 0; at < whole.length; at++) {
            fake.on("GET", LIST, cut(whole, at));
            EngineException e = assertThrows(
                    EngineException.class, () -> engine.containers().list(ContainerFilter.everything()), "at " + at);
            assertTrue(e instanceof StreamBrokenException || e instanceof EngineProtocolException, e::toString);
        }
        fake.on("GET", LIST, cut(whole, whole.length));
        assertEquals("w\u00e9b", list().getFirst().name());
    }

    @Test
    void eventsThatAreCutAfterAnyByteGiveWhatCameWholeAndThenATypedFailure() throws EngineException {
        engine.apiVersion();
        byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
        String chunk =
                Integer.toHexString(event.length) + "\r\n" + new String(event, StandardCharsets.ISO_8859_1) + "\r\n";
        byte[] whole = bytes(head("application/json", "Transfer-Encoding: chunked\r\n") + chunk + chunk + "0\r\n\r\n");
        for (int at = 0; at <= whole.length; at++) {
            fake.on("GET", "/events", cut(whole, at));
            int came = 0;
            Optional<EngineException> failure = Optional.empty();
            try (EngineStream<EngineEvent> events = engine.system().events(EventFilter.everything())) {
                while (events.next().isPresent()) {
                    came++;
                }
            } catch (StreamBrokenException | EngineProtocolException e) {
                failure = Optional.of(e);
            }
            assertTrue(came <= 2);
            boolean complete = at == whole.length;
            assertEquals(complete, failure.isEmpty(), "at " + at + " after " + came);
            assertEquals(complete ? 2 : came, came);
        }
    }

    @Test
    void logsThatAreCutAfterAnyByteGiveWholeFramesAndThenATypedFailure() throws EngineException {
        engine.apiVersion();
        String chunk = Integer.toHexString(FRAMES.length()) + "\r\n" + FRAMES + "\r\n";
        byte[] whole = bytes(head("application/vnd.docker.multiplexed-stream", "Transfer-Encoding: chunked\r\n") + chunk
                + "0\r\n\r\n");
        for (int at = 0; at <= whole.length; at++) {
            fake.on("GET", "/containers/*/logs", cut(whole, at));
            StringBuilder came = new StringBuilder();
            Optional<EngineException> failure = Optional.empty();
            try (LogStream logs = engine.containers().logs("abc", LogQuery.everything())) {
                for (Optional<LogFrame> frame = logs.next(); frame.isPresent(); frame = logs.next()) {
                    came.append(new String(frame.get().bytes(), StandardCharsets.UTF_8));
                }
            } catch (StreamBrokenException | EngineProtocolException e) {
                failure = Optional.of(e);
            }
            assertTrue(List.of("", "out\n", "out\nerr\n").contains(came.toString()), came::toString);
            assertEquals(at == whole.length, failure.isEmpty(), "at " + at);
        }
    }

    @Test
    void answersThatComeByteByByteAreRead() throws EngineException {
        String body = "[{\"Id\":\"abc\",\"Names\":[\"/w\u00c3\u00a9b\"]}]\n";
        fake.on(
                "GET",
                LIST,
                trickle(bytes(head("application/json", "Content-Length: " + body.length() + "\r\n") + body)));
        fake.on(
                "GET",
                "/containers/*/logs",
                trickle(bytes(
                        head("application/vnd.docker.multiplexed-stream", "Content-Length: " + FRAMES.length() + "\r\n")
                                + FRAMES)));
        assertEquals("w\u00e9b", list().getFirst().name());
        try (LogStream logs = engine.containers().logs("abc", LogQuery.everything())) {
            assertEquals("out\n", new String(logs.next().orElseThrow().bytes(), StandardCharsets.UTF_8));
            assertEquals("err\n", new String(logs.next().orElseThrow().bytes(), StandardCharsets.UTF_8));
            assertEquals(Optional.empty(), logs.next());
        }
    }

    @Test
    void invalidUtf8HidesNothingInListInspectionAndEvents() throws Exception {
        String bad = "b\u00ff\u00c3\u0028\u00ed\u00a0\u0080d";
        String read = "b??(???d";
        respond(
                LIST,
                "[{\"Id\":\"abc\",\"Names\":[\"/" + bad + "\"],\"Labels\":{\"" + bad + "\":\"" + bad + "\"}},"
                        + "{\"Id\":\"def\",\"Names\":[\"/good\"]}]");
        respond(
                "/containers/*/json",
                "{\"Id\":\"abc\",\"Name\":\"/" + bad + "\",\"Config\":{\"Labels\":{\"" + bad + "\":\"" + bad + "\"}}}");
        List<ContainerSummary> list = list();
        assertEquals(
                List.of(read, "good"), list.stream().map(ContainerSummary::name).toList());
        assertEquals(read, list.getFirst().labels().get(read));
        assertEquals(read, engine.containers().inspect("abc").name());
        assertEquals(read, engine.containers().inspect("abc").config().labels().get(read));

        fake.on("GET", "/events", exchange -> {
            exchange.startStream("application/json");
            exchange.send(bytes(EVENT.replace("w\\u00e9b", bad)));
            exchange.endStream();
        });
        try (EngineStream<EngineEvent> events = engine.system().events(EventFilter.everything())) {
            assertEquals(read, events.next().orElseThrow().attribute("name"));
        }
    }

    @Test
    void tenMegabytesOfLabelsAndNamesOfFourKibibytesArriveWhole() throws Exception {
        String name = "n".repeat(4096);
        String value = "v".repeat(10 << 20);
        String labels = "{\"big\":\"" + value + "\",\"" + name + "\":\"x\"}";
        respond(LIST, "[{\"Id\":\"abc\",\"Names\":[\"/" + name + "\"],\"Labels\":" + labels + "}]");
        respond(
                "/containers/*/json",
                "{\"Id\":\"abc\",\"Name\":\"/" + name + "\",\"Config\":{\"Labels\":" + labels + "}}");
        fake.on("GET", "/events", exchange -> {
            exchange.startStream("application/json");
            exchange.send("{\"Type\":\"container\",\"Action\":\"start\",\"Actor\":{\"ID\":\"abc\",\"Attributes\":"
                    + labels + "}}\n");
            exchange.endStream();
        });

        ContainerSummary listed = list().getFirst();
        assertEquals(name, listed.name());
        assertEquals(value, listed.labels().get("big"));
        assertEquals(value, engine.containers().inspect("abc").config().labels().get("big"));
        assertEquals(name, engine.containers().inspect("abc").name());
        try (EngineStream<EngineEvent> events = engine.system().events(EventFilter.everything())) {
            EngineEvent event = events.next().orElseThrow();
            assertEquals(value, event.attribute("big"));
            assertEquals("x", event.attribute(name));
        }
    }

    @Test
    void oneThousandContainersWithTenMegabytesOfLabelsAreListed() throws Exception {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 1000; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"Id\":\"")
                    .append(i)
                    .append("\",\"Labels\":{\"l")
                    .append(i)
                    .append("\":\"")
                    .append("x".repeat(10 << 10))
                    .append("\"}}");
        }
        respond(LIST, json.append(']').toString());
        assertEquals(1000, list().size());
    }

    @Test
    void controlCharactersAndDirectionMarksOfNamesComeAsTheyAre() throws Exception {
        respond(LIST, "[{\"Id\":\"abc\",\"Names\":[\"/a\\u001b[31m\\u202eb\\u0000\"]}]");
        assertEquals("a\u001b[31m\u202eb\0", list().getFirst().name());
    }

    @Test
    void engineThatNeverEndsItsHeadEndsWithTheCaller() throws Exception {
        engine.apiVersion();
        CountDownLatch asked = new CountDownLatch(1);
        fake.on("GET", LIST, exchange -> {
            exchange.raw(bytes("HTTP/1.1 200 OK\r\nX-"));
            asked.countDown();
            exchange.interruptOnHangUp();
            Thread.sleep(Long.MAX_VALUE);
        });
        int sockets = OpenSockets.count();
        var call = new java.util.concurrent.FutureTask<>(this::list);
        Thread caller = Thread.ofVirtual().name("engine-caller").start(call);
        asked.await();
        caller.interrupt();
        assertInstanceOf(
                EngineException.class,
                assertThrows(java.util.concurrent.ExecutionException.class, call::get)
                        .getCause());
        OpenSockets.awaitAtMost(sockets);
    }

    private List<ContainerSummary> list() throws EngineException {
        return engine.containers().list(ContainerFilter.everything());
    }

    private void respond(String path, String latin) {
        byte[] body = bytes(latin);
        fake.on("GET", path, exchange -> {
            exchange.raw(bytes(head("application/json", "Content-Length: " + body.length + "\r\n")));
            exchange.raw(body);
        });
    }
}
