package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;

/// Docker 20.10 over TCP.
class Docker2010TcpTest extends EngineContract {
    Docker2010TcpTest() {
        super(EngineKind.DOCKER_20_10, Listener.TCP, Connections::tcp);
    }
}
