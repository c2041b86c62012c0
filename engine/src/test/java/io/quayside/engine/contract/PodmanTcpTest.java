package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;

/// Podman over TCP.
class PodmanTcpTest extends EngineContract {
    PodmanTcpTest() {
        super(EngineKind.PODMAN, Listener.TCP, Connections::tcp);
    }
}
