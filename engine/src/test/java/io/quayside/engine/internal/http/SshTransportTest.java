package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;

/// Through a stand-in for ssh that takes its arguments and runs the command here instead of on another host.
class SshTransportTest extends TransportContract {

    @TempDir
    private Path folder;

    @Override
    TestEngine engine() {
        return TestEngines.shared(EngineKind.DOCKER_28_5);
    }

    @Override
    EngineEndpoint endpoint(TestEngine of) {
        return new EngineEndpoint.Ssh(
                "somebody", "far.example", 2222, of.socket().toString());
    }

    @Override
    TransportSettings settings() throws IOException {
        Path ssh = folder.resolve("ssh");
        Files.writeString(ssh, """
                #!/bin/sh
                while [ "$1" != -- ]; do shift; done
                shift 2
                eval "exec $*"
                """);
        Files.setPosixFilePermissions(ssh, PosixFilePermissions.fromString("rwx------"));
        return TransportSettings.standard().withSshProgram(ssh.toString());
    }
}
