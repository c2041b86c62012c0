package io.quayside.engine.endpoint;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The address of an engine. A value; nothing is opened or looked up.
public sealed interface EngineEndpoint {

    /// The address as docker writes it, such as `unix:///var/run/docker.sock`. Contains no secret.
    String display();

    /// A Unix socket.
    record UnixSocket(Path path) implements EngineEndpoint {
        @Override
        public String display() {
            return "unix://" + path;
        }
    }

    /// A Windows named pipe, as in `\\.\pipe\docker_engine`.
    record NamedPipe(String path) implements EngineEndpoint {
        @Override
        public String display() {
            return "npipe://" + path.replace('\\', '/');
        }
    }

    /// TCP without any protection: whoever reaches the port is root on that host.
    record Tcp(String host, int port) implements EngineEndpoint {
        @Override
        public String display() {
            return "tcp://" + Addresses.hostAndPort(host, port);
        }
    }

    /// TCP with TLS; both sides show a certificate when `material` has one for us.
    record TlsTcp(String host, int port, TlsMaterial material) implements EngineEndpoint {
        @Override
        public String display() {
            return "tcp://" + Addresses.hostAndPort(host, port);
        }
    }

    /// Through `ssh` to a host whose `docker` command connects to its engine.
    ///
    /// @param user absent: what ssh's own configuration says
    /// @param port 0: what ssh's own configuration says
    /// @param socket path of the engine's socket on that host; absent: what docker there uses
    record Ssh(
            @Nullable String user,
            String host,
            int port,
            @Nullable String socket) implements EngineEndpoint {
        @Override
        public String display() {
            return "ssh://"
                    + Optional.ofNullable(user).map(u -> u + "@").orElse("")
                    + (port == 0 ? Addresses.bracketed(host) : Addresses.hostAndPort(host, port))
                    + Optional.ofNullable(socket).orElse("");
        }
    }

    /// Files for TLS, all PEM. The host name of the engine's certificate is always verified.
    ///
    /// @param authority certificates to trust; absent: those that the system trusts
    /// @param certificate ours, with its chain; goes with `key`
    /// @param key PKCS #1, PKCS #8 or SEC 1, not encrypted
    record TlsMaterial(
            @Nullable Path authority,
            @Nullable Path certificate,
            @Nullable Path key) {}

    /// Reads an address as people and `DOCKER_HOST` write it: `unix://`, `npipe://`, `tcp://`, `http://`,
    /// `https://` or `ssh://`.
    ///
    /// @throws EndpointSyntaxException when it isn't one; says what is wrong with it
    static EngineEndpoint parse(String text) throws EndpointSyntaxException {
        return EndpointSyntax.parse(text);
    }

    /// The schemes that [#parse] knows.
    static List<String> schemes() {
        return EndpointSyntax.SCHEMES;
    }
}
