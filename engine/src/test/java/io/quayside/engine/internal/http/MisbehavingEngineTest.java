package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.error.BadRequestException;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.OtherStatusException;
import io.quayside.engine.error.ServerErrorException;
import io.quayside.engine.error.StreamBrokenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes of an engine that isn't one, or breaks off.
class MisbehavingEngineTest {

    private static final EngineRequest LIST =
            EngineRequest.get("containers", "json").unversioned();

    @Nested
    class OverTcp extends Cases {
        @Override
        FakeServer listen(FakeServer.Script script) throws IOException {
            return FakeServer.tcp(script);
        }
    }

    @Nested
    class OverUnixSocket extends Cases {
        @TempDir
        private Path folder;

        @Override
        FakeServer listen(FakeServer.Script script) throws IOException {
            return FakeServer.unix(folder.resolve("engine.sock"), script);
        }
    }

    @ExtendWith(LeakCheck.class)
    abstract static class Cases {

        private Optional<FakeServer> server = Optional.empty();
        private Optional<HttpTransport> transport = Optional.empty();

        abstract FakeServer listen(FakeServer.Script script) throws IOException;

        private HttpTransport connect(FakeServer.Script script) throws IOException {
            return connect(script, TransportSettings.standard());
        }

        private HttpTransport connect(FakeServer.Script script, TransportSettings settings) throws IOException {
            FakeServer listening = listen(script);
            server = Optional.of(listening);
            HttpTransport connected = new HttpTransport(listening.endpoint(), settings);
            transport = Optional.of(connected);
            return connected;
        }

        @AfterEach
        void nothingStaysOpen() throws IOException {
            try {
                transport.ifPresent(t -> assertEquals(0, t.openCalls()));
            } finally {
                transport.ifPresent(HttpTransport::close);
                if (server.isPresent()) {
                    server.get().close();
                }
            }
        }

        private static byte[] body(HttpTransport of, EngineRequest request) throws EngineException {
            try (EngineResponse answer = of.execute(request)) {
                try {
                    return answer.body().readAllBytes();
                } catch (IOException e) {
                    throw answer.failure(e);
                }
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"SSH-2.0-OpenSSH_9.6\r\n", "no line break", "\u0000\u0001\u0002 <- binary\n"})
        void garbageIsNoEngine(String garbage) throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.send(garbage);
            });
            EngineProtocolException e = assertThrows(EngineProtocolException.class, () -> body(t, LIST));
            assertEquals(SafeText.of(garbage.replaceAll("\r?\n$", "")), e.firstBytes());
        }

        @ParameterizedTest
        @ValueSource(strings = {"200 OK", "404 Not Found", "502 Bad Gateway"})
        void webPageIsNoEngine(String status) throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.answer(status, "Content-Type: text/html; charset=utf-8\r\n", "<html>\u001b[31m</html>");
                peer.awaitClose();
            });
            EngineProtocolException e = assertThrows(EngineProtocolException.class, () -> body(t, LIST));
            assertEquals("<html>·[31m</html>", e.firstBytes());
        }

        @Test
        void closingBeforeTheHeadBreaksTheCall() throws Exception {
            HttpTransport t = connect(FakeServer.Peer::request);
            assertThrows(StreamBrokenException.class, () -> body(t, LIST));
        }

        @Test
        void endlessHeadIsRefused() throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.send("HTTP/1.1 200 OK\r\n");
                while (true) {
                    peer.send("X-Filler: " + "x".repeat(1000) + "\r\n");
                }
            });
            assertThrows(EngineException.class, () -> body(t, LIST));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Transfer-Encoding: chunked\r\n\r\n5\r\nhel",
                    "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                    "Content-Length: 10\r\n\r\nhello",
                })
        void cutBodyBreaksTheCall(String answer) throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.send("HTTP/1.1 200 OK\r\n" + answer);
            });
            assertThrows(StreamBrokenException.class, () -> body(t, LIST));
        }

        @Test
        void malformedChunkIsNotHttp() throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot hexadecimal\r\n");
                peer.awaitClose();
            });
            assertThrows(EngineProtocolException.class, () -> body(t, LIST));
        }

        @Test
        void bytesBehindABodyDontSpoilTheNextCall() throws Exception {
            HttpTransport t = connect(peer -> {
                while (true) {
                    peer.request();
                    peer.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]and more");
                }
            });
            assertEquals("[]", new String(body(t, LIST), StandardCharsets.UTF_8));
            assertEquals("[]", new String(body(t, LIST), StandardCharsets.UTF_8));
        }

        @Test
        void silenceEndsABoundedCall() throws Exception {
            HttpTransport t = connect(
                    FakeServer.Peer::awaitClose, TransportSettings.standard().withSilence(Duration.ofMillis(100)));
            assertThrows(StreamBrokenException.class, () -> body(t, LIST));
        }

        @Test
        void silenceDoesntEndAnUnboundedCall() throws Exception {
            TransportSettings hasty = TransportSettings.standard().withSilence(Duration.ofMillis(1));
            HttpTransport t = connect(
                    peer -> {
                        peer.request();
                        peer.send("HTTP/1.1 200 OK\r\n\r\n");
                        while (true) {
                            peer.in().read();
                        }
                    },
                    hasty);
            EngineResponse answer = t.execute(LIST.unbounded());
            Started<?> reading = Started.run(() -> answer.body().read());
            reading.awaitBlocked();
            answer.close();
            assertInstanceOf(IOException.class, reading.failure());
        }

        @Test
        void interruptEndsACallToAnEngineThatHangs() throws Exception {
            HttpTransport t = connect(FakeServer.Peer::awaitClose);
            Started<?> calling = Started.run(() -> body(t, LIST.unbounded()));
            calling.awaitBlocked();
            calling.interrupt();
            assertInstanceOf(CancelledException.class, calling.failure());
        }

        @Test
        void closingTheTransportEndsACallToAnEngineThatHangs() throws Exception {
            HttpTransport t = connect(FakeServer.Peer::awaitClose);
            Started<?> calling = Started.run(() -> body(t, LIST.unbounded()));
            calling.awaitBlocked();
            t.close();
            assertInstanceOf(CancelledException.class, calling.failure());
        }

        @Test
        void hugeMessageOfTheEngineIsCut() throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.answer("500 Oops", "", "{\"message\":\"" + "x".repeat(3 << 20) + "\"}");
            });
            ServerErrorException e = assertThrows(ServerErrorException.class, () -> body(t, LIST));
            assertTrue(e.engineMessage().orElseThrow().length() <= 17_000);
        }

        @Test
        void plainWordsAreAMessageToo() throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.answer("500 Oops", "Content-Type: text/plain\r\n", "disk on fire\n");
            });
            ServerErrorException e = assertThrows(ServerErrorException.class, () -> body(t, LIST));
            assertEquals("disk on fire", e.engineMessage().orElseThrow());
        }

        @Test
        void refusalWithoutWordsHasNoMessage() throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.answer("404 Not Found", "", "");
            });
            NotFoundException e = assertThrows(NotFoundException.class, () -> body(t, LIST));
            assertEquals(Optional.empty(), e.engineMessage());
        }

        @Test
        void invalidUtf8InAMessageIsReplaced() throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.send("HTTP/1.1 500 Oops\r\nContent-Length: 18\r\n\r\n{\"message\":\"a")
                        .send(new byte[] {(byte) 0xff, (byte) 0xfe})
                        .send("b\"}");
                peer.awaitClose();
            });
            ServerErrorException e = assertThrows(ServerErrorException.class, () -> body(t, LIST));
            assertEquals("a\ufffd\ufffdb", e.engineMessage().orElseThrow());
        }

        @Test
        void redirectIsNotFollowed() throws Exception {
            HttpTransport t = connect(peer -> {
                peer.request();
                peer.answer("301 Moved", "Location: http://elsewhere.example/\r\n", "");
            });
            assertThrows(OtherStatusException.class, () -> body(t, LIST));
        }

        @ParameterizedTest
        @ValueSource(strings = {"..", "", "a/../b", "a//b", "."})
        void nameThatClimbsIsNotSent(String name) throws Exception {
            HttpTransport t = connect(FakeServer.Peer::request);
            assertThrows(
                    BadRequestException.class,
                    () -> body(t, EngineRequest.get("images", name, "json").unversioned()));
            assertEquals(List.of(), server.orElseThrow().requests());
        }

        @Test
        void namesAndQueriesAreEncoded() throws Exception {
            HttpTransport t = connect(peer -> {
                while (true) {
                    peer.request();
                    peer.answer("200 OK", "", "[]");
                }
            });
            body(
                    t,
                    EngineRequest.get("images", "reg.example:5000/ä b?c#d%2e@sha256:0", "json")
                            .query("a&b", "c=d+ ü")
                            .unversioned());
            assertEquals(
                    List.of("GET /images/reg.example:5000/%C3%A4%20b%3Fc%23d%252e@sha256:0/json"
                            + "?a%26b=c%3Dd%2B%20%C3%BC"),
                    server.orElseThrow().requests());
        }

        @Test
        void headerWithALineBreakIsNotSent() throws Exception {
            HttpTransport t = connect(FakeServer.Peer::request);
            assertThrows(BadRequestException.class, () -> body(t, LIST.header("X-Name", "a\r\nX-Other: b")));
            assertEquals(List.of(), server.orElseThrow().requests());
        }

        @Test
        void failingSourceOfABodyComesOutAsItIs() throws Exception {
            HttpTransport t = connect(FakeServer.Peer::awaitClose);
            UncheckedIOException mine = new UncheckedIOException(new IOException("file is gone"));
            RequestBody body = new RequestBody.Stream(
                    out -> {
                        throw mine;
                    },
                    -1,
                    "application/x-tar");
            EngineRequest request = EngineRequest.put("upload").body(body).unversioned();
            assertEquals(mine, assertThrows(UncheckedIOException.class, () -> body(t, request)));
        }
    }
}
