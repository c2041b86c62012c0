package io.quayside.engine.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.ApiVersionUnsupportedException;
import io.quayside.engine.error.EngineProtocolException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LeakCheck.class)
class VersionChoiceTest {

    @TempDir
    private Path folder;

    private FakeServer engine(String pingHeaders, String version) throws IOException {
        return FakeServer.unix(folder.resolve("engine.sock"), peer -> {
            while (true) {
                switch (peer.request()) {
                    case "GET /_ping" -> peer.answer("200 OK", pingHeaders, "OK");
                    case "GET /version" -> peer.answer("200 OK", "", version);
                    default -> peer.answer("200 OK", "", "[]");
                }
            }
        });
    }

    private static HttpTransport to(FakeServer engine) {
        return new HttpTransport(engine.endpoint(), TransportSettings.standard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.40", "1.44", "1.51"})
    void enginesNewestIsUsedWhenWeSpeakIt(String engines) throws Exception {
        try (FakeServer engine = engine("Api-Version: " + engines + "\r\n", "not asked for");
                HttpTransport transport = to(engine)) {
            assertEquals(new ApiVersion(1, Integer.parseInt(engines.substring(2))), transport.apiVersion());
            assertEquals(List.of("GET /_ping"), engine.requests());
        }
    }

    @Test
    void ourNewestIsUsedWithANewerEngine() throws Exception {
        try (FakeServer engine =
                        engine("Api-Version: 1.60\r\n", "{\"ApiVersion\":\"1.60\",\"MinAPIVersion\":\"1.44\"}");
                HttpTransport transport = to(engine)) {
            assertEquals(new ApiVersion(1, 51), transport.apiVersion());
        }
    }

    @ParameterizedTest
    @CsvSource({"1.52,1.60", "1.12,1.39", "1.9,1.9"})
    void rangesThatDontMeetAreAnError(String oldest, String newest) throws Exception {
        String version = "{\"ApiVersion\":\"%s\",\"MinAPIVersion\":\"%s\"}".formatted(newest, oldest);
        try (FakeServer engine = engine("Api-Version: " + newest + "\r\n", version);
                HttpTransport transport = to(engine)) {
            ApiVersionUnsupportedException e =
                    assertThrows(ApiVersionUnsupportedException.class, transport::apiVersion);
            assertEquals(
                    List.of(oldest, newest, "1.40", "1.51"),
                    List.of(e.engineMin(), e.engineMax(), e.ourMin(), e.ourMax()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Api-Version: \r\n", "Api-Version: soon\r\n"})
    void versionIsAskedForWhenThePingDoesntTell(String header) throws Exception {
        try (FakeServer engine = engine(header, "{\"ApiVersion\":\"1.43\"}");
                HttpTransport transport = to(engine)) {
            assertEquals(new ApiVersion(1, 43), transport.apiVersion());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "{\"ApiVersion\":7}", "hello", "", "{\"ApiVersion\":\"\\u0000\"}"})
    void whatDoesntNameAVersionIsNoEngine(String version) throws Exception {
        try (FakeServer engine = engine("", version);
                HttpTransport transport = to(engine)) {
            assertThrows(EngineProtocolException.class, transport::apiVersion);
        }
    }

    @Test
    void versionIsInThePathOfVersionedRequestsOnly() throws Exception {
        try (FakeServer engine = engine("Api-Version: 1.45\r\n", "");
                HttpTransport transport = to(engine)) {
            transport.execute(EngineRequest.get("info")).close();
            transport.execute(EngineRequest.get("info").unversioned()).close();
            transport.execute(EngineRequest.get("info")).close();
            assertEquals(List.of("GET /_ping", "GET /v1.45/info", "GET /info", "GET /v1.45/info"), engine.requests());
        }
    }

    @Test
    void manyCallersAskOnce() throws Exception {
        try (FakeServer engine = engine("Api-Version: 1.45\r\n", "");
                HttpTransport transport = to(engine)) {
            List<Started<ApiVersion>> callers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                callers.add(Started.run(transport::apiVersion));
            }
            for (Started<ApiVersion> caller : callers) {
                assertEquals(new ApiVersion(1, 45), caller.result());
            }
            assertEquals(List.of("GET /_ping"), engine.requests());
        }
    }

    @Test
    void anotherEngineThatComesBackIsAskedAgain() throws Exception {
        AtomicReference<String> version = new AtomicReference<>("1.45");
        FakeServer.Script once = peer -> {
            for (int i = 0; i < 2; i++) {
                String line = peer.request();
                peer.answer("200 OK", "Api-Version: " + version.get() + "\r\n", line.contains("_ping") ? "OK" : "[]");
            }
        };
        try (FakeServer engine = FakeServer.unix(folder.resolve("engine.sock"), once);
                HttpTransport transport = to(engine)) {
            transport.execute(EngineRequest.get("info")).close();
            engine.awaitConnectionsEnded();
            version.set("1.41");
            transport.execute(EngineRequest.post("do")).close();
            assertEquals(List.of("GET /_ping", "GET /v1.45/info", "GET /_ping", "POST /v1.41/do"), engine.requests());
        }
    }
}
