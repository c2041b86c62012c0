package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Pooled connections that the engine has closed in the meantime.
class StaleConnectionTest {

    private static final EngineRequest ASK = EngineRequest.get("info").unversioned();
    private static final EngineRequest DO =
            EngineRequest.post("containers", "x", "start").unversioned();

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

        abstract FakeServer listen(FakeServer.Script script) throws IOException;

        @Test
        void connectionClosedAfterEachAnswerIsReplaced() throws Exception {
            try (FakeServer engine = listen(peer -> {
                        peer.request();
                        peer.answer("200 OK", "", "[]");
                    });
                    HttpTransport transport = new HttpTransport(engine.endpoint(), TransportSettings.standard())) {
                List<String> sent = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    EngineRequest request = i % 2 == 0 ? DO : ASK;
                    call(transport, request);
                    engine.awaitConnectionsEnded();
                    sent.add(request.line());
                }
                assertEquals(sent, engine.requests());
            }
        }

        @Test
        void questionIsRepeatedWhenTheConnectionBreaksUnderIt() throws Exception {
            try (FakeServer engine = listen(Cases::answersOnceThenHangsUp);
                    HttpTransport transport = new HttpTransport(engine.endpoint(), TransportSettings.standard())) {
                call(transport, ASK);
                call(transport, ASK);
                assertEquals(Collections.nCopies(3, ASK.line()), engine.requests());
            }
        }

        @Test
        void actionIsNeverSentTwice() throws Exception {
            try (FakeServer engine = listen(Cases::answersOnceThenHangsUp);
                    HttpTransport transport = new HttpTransport(engine.endpoint(), TransportSettings.standard())) {
                call(transport, DO);
                assertThrows(StreamBrokenException.class, () -> call(transport, DO));
                assertEquals(Collections.nCopies(2, DO.line()), engine.requests());
            }
        }

        @Test
        void questionIsRepeatedOnlyOnce() throws Exception {
            try (FakeServer engine = listen(peer -> {
                        if (peer.number() == 1) {
                            answersOnceThenHangsUp(peer);
                        } else {
                            peer.request();
                        }
                    });
                    HttpTransport transport = new HttpTransport(engine.endpoint(), TransportSettings.standard())) {
                call(transport, ASK);
                assertThrows(StreamBrokenException.class, () -> call(transport, ASK));
                assertEquals(Collections.nCopies(3, ASK.line()), engine.requests());
            }
        }

        private static void answersOnceThenHangsUp(FakeServer.Peer peer) throws IOException {
            peer.request();
            peer.answer("200 OK", "", "[]");
            peer.request();
        }
    }

    @Test
    void restartedEngineIsSpokenToAtOnce() throws Exception {
        try (TestEngine engine = TestEngines.fresh(EngineKind.DOCKER_28_5);
                HttpTransport transport = to(engine)) {
            for (int i = 0; i < 2; i++) {
                call(transport, EngineRequest.get("info"));
                engine.restart();
                call(transport, EngineRequest.post("containers", "prune"));
                engine.killDaemon();
                assertThrows(UnreachableException.class, () -> call(transport, EngineRequest.get("info")));
                engine.start();
            }
            call(transport, EngineRequest.post("containers", "prune"));
        }
    }

    @Test
    void frozenEngineHoldsNobody() throws Exception {
        try (TestEngine engine = TestEngines.fresh(EngineKind.DOCKER_28_5);
                HttpTransport transport = to(engine)) {
            call(transport, EngineRequest.get("info"));
            engine.pauseDaemon();
            Started<?> calling = Started.run(() -> call(transport, EngineRequest.get("info")));
            calling.awaitBlocked();
            calling.interrupt();
            assertInstanceOf(CancelledException.class, calling.failure());
            engine.resumeDaemon();
            call(transport, EngineRequest.get("info"));
        }
    }

    private static HttpTransport to(TestEngine engine) {
        return new HttpTransport(new EngineEndpoint.UnixSocket(engine.socket()), TransportSettings.standard());
    }

    private static int call(HttpTransport transport, EngineRequest request) throws Exception {
        try (EngineResponse answer = transport.execute(request)) {
            answer.body().readAllBytes();
            return answer.status();
        }
    }
}
