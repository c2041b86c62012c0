package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import java.net.URI;

class TcpTransportTest extends TransportContract {

    @Override
    TestEngine engine() {
        return TestEngines.shared(EngineKind.DOCKER_28_5, Listener.TCP);
    }

    @Override
    EngineEndpoint endpoint(TestEngine of) {
        return new EngineEndpoint.Tcp("127.0.0.1", URI.create(of.tcpHost()).getPort());
    }
}
