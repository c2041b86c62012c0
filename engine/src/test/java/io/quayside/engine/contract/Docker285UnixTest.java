package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;

/// Docker 28.5 over its Unix socket.
class Docker285UnixTest extends EngineContract {
    Docker285UnixTest() {
        super(EngineKind.DOCKER_28_5, Listener.UNIX, Connections::unix);
    }
}
