package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;

/// Docker 20.10 over a process that stands in for ssh.
class Docker2010SshTest extends EngineContract {
    Docker2010SshTest() {
        super(EngineKind.DOCKER_20_10, Listener.UNIX, Connections::ssh);
    }
}
