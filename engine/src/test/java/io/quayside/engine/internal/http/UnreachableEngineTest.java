package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.endpoint.EngineEndpoint.Ssh;
import io.quayside.engine.endpoint.EngineEndpoint.Tcp;
import io.quayside.engine.endpoint.EngineEndpoint.UnixSocket;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.error.UnreachableException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LeakCheck.class)
class UnreachableEngineTest {

    private static final EngineRequest PING = EngineRequest.get("_ping").unversioned();

    @TempDir
    private Path folder;

    private static void ping(EngineEndpoint endpoint, TransportSettings settings) throws Exception {
        try (HttpTransport transport = new HttpTransport(endpoint, settings)) {
            transport.execute(PING).close();
        }
    }

    private static UnreachableException unreachable(EngineEndpoint endpoint) {
        return unreachable(endpoint, TransportSettings.standard());
    }

    private static UnreachableException unreachable(EngineEndpoint endpoint, TransportSettings settings) {
        UnreachableException e = assertThrows(UnreachableException.class, () -> ping(endpoint, settings));
        assertEquals(endpoint.display(), e.address());
        assertEquals("GET /_ping", e.requestLine().orElseThrow());
        return e;
    }

    @Test
    void socketThatIsntThereIsMissing() {
        assertEquals(
                Reason.SOCKET_MISSING,
                unreachable(new UnixSocket(folder.resolve("none"))).reason());
    }

    @Test
    void socketWithoutAnEngineRefuses() throws Exception {
        Path socket = folder.resolve("left-behind");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
        }
        assertEquals(Reason.REFUSED, unreachable(new UnixSocket(socket)).reason());
    }

    @Test
    void plainFileIsNoEngine() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals(Reason.REFUSED, unreachable(new UnixSocket(file)).reason());
    }

    @Test
    void pathThatIsTooLongForASocketIsToldSo() {
        Path path = folder.resolve("x".repeat(150));
        UnreachableException e = unreachable(new UnixSocket(path));
        assertEquals(Reason.OTHER, e.reason());
        assertTrue(String.valueOf(e.getMessage()).contains("longer than"), e::getMessage);
    }

    @Test
    void portWithoutAnEngineRefuses() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertEquals(Reason.REFUSED, unreachable(new Tcp("127.0.0.1", port)).reason());
    }

    @Test
    void unknownHostIsToldApart() {
        CallFailures failures = new CallFailures("tcp://nowhere:1", Duration.ofSeconds(1));
        UnreachableException e = assertInstanceOf(
                UnreachableException.class,
                failures.of(new UnknownHostException("nowhere"), "GET /x", new CallTrace(), false));
        assertEquals(Reason.NAME_NOT_FOUND, e.reason());
    }

    @Test
    void missingSshIsNamed() {
        UnreachableException e = unreachable(
                new Ssh(null, "far.example", 0, null),
                TransportSettings.standard()
                        .withSshProgram(folder.resolve("no-ssh").toString()));
        assertEquals(Reason.SSH, e.reason());
        assertTrue(String.valueOf(e.getMessage()).contains("no-ssh"), e::getMessage);
    }

    @Test
    void lastWordsOfSshAreTheReason() throws Exception {
        UnreachableException e = unreachable(
                new Ssh(null, "far.example", 0, null), ssh("echo 'Host key verification failed.' >&2; exit 255"));
        assertEquals(Reason.SSH, e.reason());
        assertEquals("Host key verification failed.", e.getMessage());
    }

    @Test
    void sshThatSaysNothingIsToldByItsStatus() throws Exception {
        UnreachableException e = unreachable(new Ssh(null, "far.example", 0, null), ssh("exit 7"));
        assertTrue(String.valueOf(e.getMessage()).endsWith("ended with status 7 and said nothing"), e::getMessage);
    }

    @Test
    void sshThatDiesLaterBreaksTheStream() throws Exception {
        TransportSettings settings = ssh("printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nhalf'; exit 255");
        try (HttpTransport transport = new HttpTransport(new Ssh(null, "far.example", 0, null), settings);
                EngineResponse answer = transport.execute(PING)) {
            IOException e = assertThrows(IOException.class, () -> answer.body().readAllBytes());
            assertInstanceOf(StreamBrokenException.class, answer.failure(e));
        }
    }

    @Test
    void interruptEndsACallThroughSshThatHangs() throws Exception {
        TransportSettings settings = ssh("exec sleep 600");
        Started<?> calling = Started.run(() -> {
            ping(new Ssh(null, "far.example", 0, null), settings);
            return true;
        });
        calling.awaitBlocked();
        calling.interrupt();
        assertInstanceOf(CancelledException.class, calling.failure());
    }

    @Test
    void sshThatDoesntEndWhenAskedIsKilled() throws Exception {
        TransportSettings settings = ssh(
                "trap '' TERM; while read -r line; do [ \"$line\" = \"$(printf '\\r')\" ] && break; done;"
                        + " printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n'; while true; do read -r x; done");
        ping(new Ssh(null, "far.example", 0, null), settings);
    }

    private TransportSettings ssh(String script) throws IOException {
        Path program = folder.resolve("ssh");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return TransportSettings.standard().withSshProgram(program.toString());
    }
}
