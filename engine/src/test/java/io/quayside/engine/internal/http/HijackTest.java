package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.EngineProtocolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How an engine may hand its connection over, or not.
@ExtendWith(LeakCheck.class)
class HijackTest {

    private static final EngineRequest EXEC = EngineRequest.post("exec", "x", "start")
            .json("{}".getBytes(StandardCharsets.UTF_8))
            .unversioned();
    private static final String RAW = "Content-Type: application/vnd.docker.raw-stream\r\n";

    @TempDir
    private Path folder;

    private FakeServer engine(FakeServer.Script script) throws IOException {
        return FakeServer.unix(folder.resolve("engine.sock"), script);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 101 UPGRADED\r\n" + RAW + "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\n",
                "HTTP/1.1 200 OK\r\n" + RAW + "\r\n",
                "HTTP/1.0 200 OK\r\n" + RAW + "\r\n",
            })
    void bothDirectionsWorkAndHalfClose(String head) throws Exception {
        try (FakeServer engine = engine(peer -> {
                    peer.request();
                    peer.send(head + "first ");
                    peer.in().transferTo(peer.out());
                    peer.send(" last");
                });
                HttpTransport transport = new HttpTransport(engine.endpoint(), TransportSettings.standard());
                UpgradedConnection connection = transport.upgrade(EXEC)) {
            assertEquals(
                    "application/vnd.docker.raw-stream",
                    connection.contentType().orElseThrow());
            connection.output().write("echo".getBytes(StandardCharsets.UTF_8));
            connection.closeWrite();
            assertEquals("first echo last", new String(connection.input().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void closedConnectionIsForgotten() throws Exception {
        try (FakeServer engine = engine(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 101 UPGRADED\r\n" + RAW + "Connection: Upgrade\r\nUpgrade: tcp\r\n\r\nup");
                    peer.awaitClose();
                });
                HttpTransport transport = new HttpTransport(engine.endpoint(), TransportSettings.standard())) {
            UpgradedConnection idle = transport.upgrade(EXEC);
            idle.close();
            UpgradedConnection read = transport.upgrade(EXEC);
            assertEquals('u', read.input().read());
            read.close();
            UpgradedConnection blocked = transport.upgrade(EXEC);
            Started<byte[]> reading = Started.run(() -> blocked.input().readAllBytes());
            reading.awaitBlocked();
            blocked.close();
            assertInstanceOf(IOException.class, reading.failure());
            assertThrows(IOException.class, () -> blocked.output().write('x'));

            assertEquals(0, transport.connections());
        }
    }

    @Test
    void refusalIsTheEnginesAnswer() throws Exception {
        try (FakeServer engine = engine(peer -> {
                    peer.request();
                    peer.answer("409 Conflict", "", "{\"message\":\"exec is over\"}");
                    peer.awaitClose();
                });
                HttpTransport transport = new HttpTransport(engine.endpoint(), TransportSettings.standard())) {
            ConflictException e = assertThrows(ConflictException.class, () -> transport.upgrade(EXEC));
            assertEquals("exec is over", e.engineMessage().orElseThrow());
            assertEquals(0, transport.openCalls());
        }
    }

    @Test
    void answerThatEndsByItselfIsNoConnection() throws Exception {
        try (FakeServer engine = engine(peer -> {
                    peer.request();
                    peer.answer("200 OK", "", "{}");
                    peer.awaitClose();
                });
                HttpTransport transport = new HttpTransport(engine.endpoint(), TransportSettings.standard())) {
            assertThrows(EngineProtocolException.class, () -> transport.upgrade(EXEC));
            assertEquals(0, transport.openCalls());
        }
    }
}
