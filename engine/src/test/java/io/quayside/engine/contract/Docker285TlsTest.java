package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;

/// Docker 28.5 over TCP with mutual TLS.
class Docker285TlsTest extends EngineContract {
    Docker285TlsTest() {
        super(EngineKind.DOCKER_28_5, Listener.TLS, Connections::tls);
    }
}
