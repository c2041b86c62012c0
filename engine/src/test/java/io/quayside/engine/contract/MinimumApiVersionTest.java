package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.ApiVersionUnsupportedException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.http.HttpTransport;
import io.quayside.engine.internal.http.TransportSettings;
import io.quayside.engine.internal.resource.HttpEngine;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real engine that refuses old versions of the API, as Docker 29 does.
class MinimumApiVersionTest {
    private static Optional<TestEngine> daemon = Optional.empty();

    @BeforeAll
    static void start() {
        daemon = Optional.of(TestEngines.fresh(EngineKind.DOCKER_28_5, Map.of("DOCKER_MIN_API_VERSION", "1.44")));
    }

    @AfterAll
    static void end() {
        daemon.ifPresent(TestEngine::close);
    }

    private static Engine client(ApiVersion newest) {
        TransportSettings standard = TransportSettings.standard();
        EngineEndpoint endpoint =
                new EngineEndpoint.UnixSocket(daemon.orElseThrow().socket());
        return new HttpEngine(
                endpoint,
                new HttpTransport(
                        endpoint,
                        new TransportSettings(
                                standard.connect(), standard.silence(), standard.oldest(), newest, "no ssh")));
    }

    @Test
    void engineRefusesOlderVersionsIndeed() {
        String answer = daemon.orElseThrow()
                .dockerCommand("version")
                .withEnvironment("DOCKER_API_VERSION", "1.43")
                .run()
                .errors();
        assertEquals(true, answer.contains("Minimum supported API version is 1.44"), answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {44, 47, 51})
    void newestThatBothSpeakIsUsedAndServed(int minor) throws EngineException {
        ApiVersion newest = new ApiVersion(1, minor);
        try (Engine engine = client(newest)) {
            assertEquals("1.44", engine.system().version().minApiVersion());
            assertEquals(List.of(), engine.containers().list(ContainerFilter.everything()));
            assertEquals(newest, engine.apiVersion());
        }
    }

    @Test
    void clientThatIsTooOldIsToldBothRanges() {
        try (Engine engine = client(new ApiVersion(1, 43))) {
            ApiVersionUnsupportedException e = assertThrows(
                    ApiVersionUnsupportedException.class,
                    () -> engine.containers().list(ContainerFilter.everything()));
            assertEquals("The engine speaks API 1.44 to 1.51, and 1.40 to 1.43 is needed", e.getMessage());
        }
    }
}
