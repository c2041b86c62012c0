package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;

/// Docker 26.1 over its Unix socket.
class Docker261UnixTest extends EngineContract {
    Docker261UnixTest() {
        super(EngineKind.DOCKER_26_1, Listener.UNIX, Connections::unix);
    }
}
