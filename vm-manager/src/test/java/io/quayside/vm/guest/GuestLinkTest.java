package io.quayside.vm.guest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GuestLinkTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final byte[] NOTHING = new byte[0];

    private final FakeGuest guest;
    private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();

    GuestLinkTest() throws IOException {
        guest = new FakeGuest();
    }

    private GuestLink open() throws Exception {
        FutureTask<GuestLink> opening =
                background(() -> GuestLink.open(guest.hostEnd, (name, data) -> events.add(name + " " + data), LIMIT));
        guest.greet();
        return opening.get();
    }

    private static <T> FutureTask<T> background(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().name("test").start(task);
        return task;
    }

    @Test
    void remainsOfAnEarlierSessionAreSkipped() throws Exception {
        guest.sendRaw("QS half a frame of somebody else".getBytes(StandardCharsets.US_ASCII));
        try (GuestLink link = open()) {
            FutureTask<Integer> ping = background(() -> new Guest(link).ping());
            assertEquals(Frame.Kind.REQUEST, guest.next().kind());
            reply("{\"id\":1,\"result\":{\"version\":1}}");
            assertEquals(1, ping.get());
        }
    }

    @Test
    void guestThatIsLateGetsAnotherHello() throws Exception {
        FutureTask<GuestLink> opening = background(() -> GuestLink.open(guest.hostEnd, (name, data) -> {}, LIMIT));
        Frame missed = guest.next();
        new java.io.DataInputStream(java.nio.channels.Channels.newInputStream(guest.fromHost))
                .readFully(new byte[Frame.HEADER + Frame.MAX_PAYLOAD]);
        Frame again = guest.next();
        assertArrayEquals(missed.payload(), again.payload());
        guest.send(again);
        opening.get().close();
    }

    @Test
    void refusalCarriesTheGuestsReason() throws Exception {
        try (GuestLink link = open()) {
            FutureTask<Object> asking = background(() -> link.ask("fstrim", Map.of(), LIMIT));
            guest.next();
            reply("{\"id\":1,\"error\":\"no disk\"}");
            Throwable failure = failureOf(asking);
            assertEquals(new VmProblem.RequestRefused("fstrim", "no disk"), ((VmException) failure).problem());
        }
    }

    @Test
    void eventsReachTheListener() throws Exception {
        try (GuestLink link = open()) {
            guest.send(new Frame(
                    Frame.Kind.EVENT,
                    0,
                    "{\"name\":\"step\",\"data\":{\"name\":\"init\"}}".getBytes(StandardCharsets.UTF_8)));
            assertEquals("step {\"name\":\"init\"}", events.poll(10, TimeUnit.SECONDS));
            assertEquals(false, link.ended().isDone());
        }
    }

    @Test
    void endOfThePortFailsRequestsAndStreams() throws Exception {
        GuestLink link = open();
        FutureTask<Object> asking = background(() -> link.ask("ping", Map.of(), LIMIT));
        guest.next();
        guest.toHost.close();
        Throwable failure = failureOf(asking);
        assertEquals(
                new VmProblem.ConnectionLost("the machine closed its control port", List.of()),
                ((VmException) failure).problem());
        assertEquals("the machine closed its control port", link.ended().get());
        assertThrows(IOException.class, () -> link.connect(StreamTarget.tcp("127.0.0.1", 80)));
    }

    @Test
    void streamIsRefusedWithTheGuestsReason() throws Exception {
        try (GuestLink link = open()) {
            FutureTask<GuestStream> opening = background(() -> link.connect(StreamTarget.tcp("127.0.0.1", 80)));
            Frame asked = guest.next();
            assertEquals(Frame.Kind.OPEN, asked.kind());
            guest.send(
                    new Frame(Frame.Kind.RESET, asked.stream(), "connection refused".getBytes(StandardCharsets.UTF_8)));
            Throwable failure = failureOf(opening);
            assertEquals("connection refused", failure.getMessage());
        }
    }

    @Test
    void writerStopsAtTheWindowUntilTheGuestOpensIt() throws Exception {
        try (GuestLink link = open()) {
            GuestStream stream = connected(link);
            byte[] data = new byte[GuestStream.WINDOW + 1];
            FutureTask<Boolean> writing = background(() -> {
                stream.output().write(data);
                stream.endOutput();
                return true;
            });
            int received = 0;
            while (received < GuestStream.WINDOW) {
                received += guest.next().payload().length;
            }
            assertEquals(GuestStream.WINDOW, received);
            guest.send(new Frame(
                    Frame.Kind.WINDOW, 1, ByteBuffer.allocate(4).putInt(1).array()));
            assertEquals(1, guest.next().payload().length);
            assertEquals(Frame.Kind.END, guest.next().kind());
            assertEquals(true, writing.get());
        }
    }

    @Test
    void readerGetsAllDataThenTheEndAndOpensTheWindow() throws Exception {
        try (GuestLink link = open()) {
            GuestStream stream = connected(link);
            byte[] part = new byte[Frame.MAX_PAYLOAD];
            FutureTask<Integer> reading = background(() -> stream.input().readAllBytes().length);
            guest.send(new Frame(Frame.Kind.DATA, 1, part));
            Frame window = guest.next();
            assertEquals(Frame.Kind.WINDOW, window.kind());
            assertEquals(part.length, ByteBuffer.wrap(window.payload()).getInt());
            guest.send(new Frame(Frame.Kind.DATA, 1, new byte[5]));
            guest.send(new Frame(Frame.Kind.END, 1, NOTHING));
            assertEquals(part.length + 5, reading.get());
        }
    }

    @Test
    void closingFromAnotherThreadEndsARead() throws Exception {
        try (GuestLink link = open()) {
            GuestStream stream = connected(link);
            FutureTask<Integer> reading = background(() -> stream.input().read());
            stream.close();
            assertEquals(Frame.Kind.RESET, guest.next().kind());
            assertThrows(java.util.concurrent.ExecutionException.class, reading::get);
        }
    }

    @Test
    void followedLogComesInWholeLines() throws Exception {
        try (GuestLink link = open();
                GuestLog log = new Guest(link).follow("engine", 100)) {
            assertEquals(
                    "{\"kind\":\"log\",\"name\":\"engine\",\"bytes\":100}",
                    sorted(new String(guest.next().payload(), StandardCharsets.UTF_8)));
            guest.send(new Frame(Frame.Kind.OPENED, 1, NOTHING));
            for (String part :
                    List.of("one\ntw", "o", "\nthree \u00c3", "\u00b6\n", "x".repeat(60_000), "x".repeat(20_000))) {
                guest.send(new Frame(Frame.Kind.DATA, 1, part.getBytes(StandardCharsets.ISO_8859_1)));
            }
            assertEquals(Optional.of(List.of("one")), log.next());
            assertEquals(Optional.of(List.of("two")), log.next());
            assertEquals(Optional.of(List.of("three \u00f6")), log.next());
            assertEquals(Optional.of(List.of("x".repeat(80_000))), log.next());
            log.finish();
            guest.send(new Frame(Frame.Kind.DATA, 1, "the rest".getBytes(StandardCharsets.UTF_8)));
            guest.send(new Frame(Frame.Kind.END, 1, NOTHING));
            assertEquals(Optional.of(List.of("the rest")), log.next());
            assertEquals(Optional.empty(), log.next());
        }
    }

    private static String sorted(String json) throws Exception {
        tools.jackson.databind.JsonNode target =
                tools.jackson.databind.json.JsonMapper.shared().readTree(json);
        return "{\"kind\":" + target.path("kind") + ",\"name\":" + target.path("name") + ",\"bytes\":"
                + target.path("bytes") + "}";
    }

    @Test
    void followedLogIsLeftBeforeTheGuestHasAnswered() throws Exception {
        try (GuestLink link = open()) {
            GuestLog log = new Guest(link).follow("engine", 100);
            FutureTask<Object> reading = background(log::next);
            assertEquals(Frame.Kind.OPEN, guest.next().kind());
            log.close();
            assertEquals(Frame.Kind.RESET, guest.next().kind());
            assertEquals("closed", failureOf(reading).getMessage());
        }
    }

    private static Throwable failureOf(FutureTask<?> task) {
        assertThrows(java.util.concurrent.ExecutionException.class, task::get);
        return task.exceptionNow();
    }

    private GuestStream connected(GuestLink link) throws Exception {
        FutureTask<GuestStream> opening = background(() -> link.connect(StreamTarget.tcp("127.0.0.1", 80)));
        guest.send(new Frame(Frame.Kind.OPENED, guest.next().stream(), NOTHING));
        return opening.get();
    }

    private void reply(String json) throws IOException {
        guest.send(new Frame(Frame.Kind.REPLY, 0, json.getBytes(StandardCharsets.UTF_8)));
    }
}
