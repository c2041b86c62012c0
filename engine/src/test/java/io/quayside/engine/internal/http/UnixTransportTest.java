package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import org.junit.jupiter.api.Nested;

class UnixTransportTest {

    abstract static class OverUnixSocket extends TransportContract {
        @Override
        EngineEndpoint endpoint(TestEngine of) {
            return new EngineEndpoint.UnixSocket(of.socket());
        }
    }

    @Nested
    class Docker2010 extends OverUnixSocket {
        @Override
        TestEngine engine() {
            return TestEngines.shared(EngineKind.DOCKER_20_10);
        }
    }

    @Nested
    class Docker261 extends OverUnixSocket {
        @Override
        TestEngine engine() {
            return TestEngines.shared(EngineKind.DOCKER_26_1);
        }
    }

    @Nested
    class Docker285 extends OverUnixSocket {
        @Override
        TestEngine engine() {
            return TestEngines.shared(EngineKind.DOCKER_28_5);
        }
    }

    @Nested
    class Podman extends OverUnixSocket {
        @Override
        TestEngine engine() {
            return TestEngines.shared(EngineKind.PODMAN);
        }
    }
}
