package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import java.net.URI;

class TlsTransportTest extends TransportContract {

    @Override
    TestEngine engine() {
        return TestEngines.shared(EngineKind.DOCKER_28_5, Listener.TLS);
    }

    @Override
    EngineEndpoint endpoint(TestEngine of) {
        return new EngineEndpoint.TlsTcp(
                "localhost",
                URI.create(of.tcpHost()).getPort(),
                new TlsMaterial(of.tls().ca(), of.tls().certificate(), of.tls().key()));
    }
}
