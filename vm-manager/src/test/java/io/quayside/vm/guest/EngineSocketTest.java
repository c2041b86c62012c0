package io.quayside.vm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.idle.Sleeper;
import io.quayside.vm.idle.Wakefulness;
import io.quayside.vm.socket.EngineSocket;
import java.io.IOException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The engine's socket over a link whose guest is driven by the test.
@Timeout(20)
class EngineSocketTest {
    private final AtomicInteger woken = new AtomicInteger();
    private final Wakefulness wakefulness = new Wakefulness(Optional.of(new Machine()), System::nanoTime);
    private final FakeGuest guest;
    private final GuestLink link;

    @TempDir
    Path folder;

    private Path path = Path.of("");
    private Optional<EngineSocket> socket = Optional.empty();

    private final class Machine implements Sleeper {
        @Override
        public void pause() {}

        @Override
        public void resume() {
            woken.incrementAndGet();
        }
    }

    EngineSocketTest() throws Exception {
        guest = new FakeGuest();
        FutureTask<GuestLink> opening =
                new FutureTask<>(() -> GuestLink.open(guest.hostEnd, (name, data) -> {}, Duration.ofSeconds(10)));
        Thread.ofVirtual().name("test").start(opening);
        guest.greet();
        link = opening.get();
    }

    @BeforeEach
    void open() throws Exception {
        path = folder.resolve("run").resolve("docker.sock");
        socket = Optional.of(EngineSocket.open(path, link, wakefulness));
    }

    @AfterEach
    void close() {
        socket.ifPresent(EngineSocket::close);
        link.close();
    }

    @Test
    void onlyTheUserMayConnect() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())));
    }

    @Test
    void endOfInputReachesTheEngineAndItsAnswerTheClient() throws Exception {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            client.write(bytes("in"));
            client.shutdownOutput();
            Frame open = guest.next();
            assertEquals(
                    Map.of("kind", "unix", "address", "/run/docker.sock"),
                    JsonMapper.shared().readValue(open.payload(), Map.class));
            guest.send(new Frame(Frame.Kind.OPENED, open.stream(), new byte[0]));
            assertEquals("in", new String(guest.next().payload(), StandardCharsets.UTF_8));
            assertEquals(Frame.Kind.END, guest.next().kind());
            guest.send(new Frame(Frame.Kind.DATA, open.stream(), "late".getBytes(StandardCharsets.UTF_8)));
            guest.send(new Frame(Frame.Kind.END, open.stream(), new byte[0]));
            assertEquals("late", new String(Channels.newInputStream(client).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void firstBytesWakeTheMachineAndALookDoesNot() throws Exception {
        wakefulness.pause(Duration.ZERO);
        assertEquals(Optional.of(new EngineEndpoint.UnixSocket(path)), EngineSocket.served(path));
        assertTrue(wakefulness.paused());
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            client.write(bytes("GET /_ping HTTP/1.1\r\n\r\n"));
            guest.next();
            assertEquals(1, woken.get());
            assertFalse(wakefulness.paused());
        }
    }

    @Test
    void bytesOnAnOpenConnectionWakeItToo() throws Exception {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            client.write(bytes("GET /events HTTP/1.1\r\n\r\n"));
            Frame open = guest.next();
            guest.send(new Frame(Frame.Kind.OPENED, open.stream(), new byte[0]));
            guest.next();
            wakefulness.pause(Duration.ZERO);
            client.write(bytes("GET /info HTTP/1.1\r\n\r\n"));
            guest.next();
            assertEquals(1, woken.get());
        }
    }

    @Test
    void closedSocketLeavesNothing() throws Exception {
        try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            socket.orElseThrow().close();
            assertTrue(hasEnded(client), "whoever is connected hears that it is over");
        }
        assertFalse(Files.exists(path));
        assertEquals(Optional.empty(), EngineSocket.served(path));
    }

    private static boolean hasEnded(SocketChannel client) throws IOException {
        try {
            return client.read(ByteBuffer.allocate(1)) == -1;
        } catch (SocketException e) {
            return true; // it hadn't been accepted yet
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
