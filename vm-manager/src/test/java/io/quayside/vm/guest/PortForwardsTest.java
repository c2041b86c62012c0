package io.quayside.vm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.vm.ports.Forward;
import io.quayside.vm.ports.ForwardState;
import io.quayside.vm.ports.PortForwards;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/// Forwards over a link whose guest is driven by the test.
@Timeout(20)
class PortForwardsTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final FakeGuest guest;
    private final GuestLink link;
    private final PortForwards forwards;

    PortForwardsTest() throws Exception {
        guest = new FakeGuest();
        FutureTask<GuestLink> opening =
                new FutureTask<>(() -> GuestLink.open(guest.hostEnd, (name, data) -> {}, Duration.ofSeconds(10)));
        Thread.ofVirtual().name("test").start(opening);
        guest.greet();
        link = opening.get();
        forwards = new PortForwards(link);
    }

    @BeforeEach
    void nothingIsOpen() {
        assertEquals(Set.of(), forwards.opened());
    }

    @AfterEach
    void close() {
        forwards.close();
        link.close();
    }

    @Test
    void datagramGoesToTheGuestAndItsAnswerBack() throws Exception {
        int port = freeUdpPort();
        forwards.apply(List.of(new Forward(Forward.Protocol.UDP, "127.0.0.1", port, 53)));
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes("ping"), 4, LOOPBACK, port));
            Frame open = guest.next();
            assertEquals(
                    Map.of("kind", "udp", "address", "127.0.0.1:53"),
                    JsonMapper.shared().readValue(open.payload(), Map.class));
            guest.send(new Frame(Frame.Kind.OPENED, open.stream(), new byte[0]));
            assertEquals("ping", text(guest.next().payload()));
            guest.send(new Frame(Frame.Kind.DATA, open.stream(), bytes("pong")));
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            socket.receive(answer);
            assertEquals("pong", new String(answer.getData(), 0, answer.getLength(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void connectionIsRelayedBothWaysAndEndsWithTheGuest() throws Exception {
        int port = freePort();
        forwards.apply(List.of(new Forward(Forward.Protocol.TCP, "127.0.0.1", port, 80)));
        try (Socket socket = new Socket(LOOPBACK, port)) {
            Frame open = guest.next();
            guest.send(new Frame(Frame.Kind.OPENED, open.stream(), new byte[0]));
            socket.getOutputStream().write(bytes("hello"));
            assertEquals("hello", text(guest.next().payload()));
            guest.send(new Frame(Frame.Kind.DATA, open.stream(), bytes("there")));
            guest.send(new Frame(Frame.Kind.END, open.stream(), new byte[0]));
            assertEquals("there", text(socket.getInputStream().readAllBytes()));
        }
    }

    @Test
    void portThatIsTakenIsRefusedWithTheReasonAndTriedAgain() throws Exception {
        Forward forward;
        try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
            forward = new Forward(Forward.Protocol.TCP, "127.0.0.1", taken.getLocalPort(), 80);
            forwards.apply(List.of(forward));
            assertEquals(Set.of(forward), forwards.refused().keySet());
        }
        forwards.apply(List.of(forward));
        assertEquals(Set.of(forward), forwards.opened());
        assertEquals(Set.of(), forwards.refused().keySet());
    }

    @Test
    void ofTwoForTheSamePortTheFirstGetsIt() throws Exception {
        int port = freePort();
        Forward first = new Forward(Forward.Protocol.TCP, "127.0.0.1", port, 8080);
        Forward second = new Forward(Forward.Protocol.TCP, "127.0.0.1", port, 80);
        forwards.apply(List.of(first, second));
        assertEquals(Set.of(first), forwards.opened());
        assertEquals(
                Map.of(second, new ForwardState.Conflict("another forward of this machine, " + first.display())),
                forwards.refused());
    }

    @Test
    void portThatIsNoLongerWantedIsFree() throws Exception {
        int port = freePort();
        forwards.apply(List.of(new Forward(Forward.Protocol.TCP, "127.0.0.1", port, 80)));
        forwards.apply(List.of());
        new ServerSocket(port, 1, LOOPBACK).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private static int freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK)) {
            return socket.getLocalPort();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
