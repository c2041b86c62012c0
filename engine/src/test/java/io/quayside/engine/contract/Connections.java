package io.quayside.engine.contract;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.internal.http.HttpTransport;
import io.quayside.engine.internal.http.TransportSettings;
import io.quayside.engine.internal.resource.HttpEngine;
import io.quayside.testing.engine.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The ways to an engine.
final class Connections {
    private Connections() {}

    /// Connects to an engine in one of these ways.
    @FunctionalInterface
    interface Way {
        Engine connect(TestEngine engine) throws EngineException, EndpointSyntaxException, IOException;
    }

    static Engine unix(TestEngine engine) throws EngineException {
        return EngineFactory.connect(new EngineEndpoint.UnixSocket(engine.socket()));
    }

    static Engine tcp(TestEngine engine) throws EngineException, EndpointSyntaxException {
        return EngineFactory.connect(EngineEndpoint.parse(engine.tcpHost()));
    }

    static Engine tls(TestEngine engine) throws EngineException, EndpointSyntaxException {
        EngineEndpoint.Tcp address = (EngineEndpoint.Tcp) EngineEndpoint.parse(engine.tcpHost());
        return EngineFactory.connect(new EngineEndpoint.TlsTcp(
                address.host(),
                address.port(),
                new EngineEndpoint.TlsMaterial(
                        engine.tls().ca(),
                        engine.tls().certificate(),
                        engine.tls().key())));
    }

    /// A program in place of `ssh` that ignores where to and connects to the engine.
    static Engine ssh(TestEngine engine) throws IOException {
        Path program = engine.directory().resolve("ssh");
        if (Files.notExists(program)) {
            Files.writeString(program, "#!/bin/sh\nexec docker --host " + engine.host() + " system dial-stdio\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        EngineEndpoint endpoint = new EngineEndpoint.Ssh(null, "somewhere", 0, null);
        return new HttpEngine(
                endpoint,
                new HttpTransport(endpoint, TransportSettings.standard().withSshProgram(program.toString())));
    }
}
