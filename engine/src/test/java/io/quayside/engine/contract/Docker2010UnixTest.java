package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;

/// Docker 20.10 over its Unix socket.
class Docker2010UnixTest extends EngineContract {
    Docker2010UnixTest() {
        super(EngineKind.DOCKER_20_10, Listener.UNIX, Connections::unix);
    }
}
