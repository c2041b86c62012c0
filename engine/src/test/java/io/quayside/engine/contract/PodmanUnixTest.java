package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;

/// Podman over its Unix socket.
class PodmanUnixTest extends EngineContract {
    PodmanUnixTest() {
        super(EngineKind.PODMAN, Listener.UNIX, Connections::unix);
    }
}
