package io.quayside.engine.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.endpoint.EngineEndpoint.NamedPipe;
import io.quayside.engine.endpoint.EngineEndpoint.Ssh;
import io.quayside.engine.endpoint.EngineEndpoint.Tcp;
import io.quayside.engine.endpoint.EngineEndpoint.TlsMaterial;
import io.quayside.engine.endpoint.EngineEndpoint.TlsTcp;
import io.quayside.engine.endpoint.EngineEndpoint.UnixSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EngineEndpointTest {

    static Stream<Arguments> addresses() {
        TlsMaterial systems = new TlsMaterial(null, null, null);
        return Stream.of(
                Arguments.of("unix:///var/run/docker.sock", new UnixSocket(Path.of("/var/run/docker.sock"))),
                Arguments.of("unix:///tmp/with space", new UnixSocket(Path.of("/tmp/with space"))),
                Arguments.of("npipe:////./pipe/docker_engine", new NamedPipe("\\\\.\\pipe\\docker_engine")),
                Arguments.of("npipe://\\\\.\\pipe\\docker_engine", new NamedPipe("\\\\.\\pipe\\docker_engine")),
                Arguments.of("tcp://engine.example:1234", new Tcp("engine.example", 1234)),
                Arguments.of("TCP://10.0.0.1", new Tcp("10.0.0.1", 2375)),
                Arguments.of("10.0.0.1:2375", new Tcp("10.0.0.1", 2375)),
                Arguments.of("http://localhost:80/", new Tcp("localhost", 80)),
                Arguments.of("tcp://[::1]:2375", new Tcp("::1", 2375)),
                Arguments.of("https://engine.example", new TlsTcp("engine.example", 2376, systems)),
                Arguments.of("ssh://somebody@far.example:22", new Ssh("somebody", "far.example", 22, null)),
                Arguments.of("ssh://far.example", new Ssh(null, "far.example", 0, null)),
                Arguments.of(
                        "ssh://far.example/run/my docker.sock", new Ssh(null, "far.example", 0, "/run/my docker.sock")),
                Arguments.of("  ssh://[fe80::1]:2222  ", new Ssh(null, "fe80::1", 2222, null)));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void addressIsRead(String text, EngineEndpoint expected) throws Exception {
        assertEquals(expected, EngineEndpoint.parse(text));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void whatIsDisplayedReadsTheSame(String ignored, EngineEndpoint endpoint) throws Exception {
        EngineEndpoint again = EngineEndpoint.parse(endpoint.display());
        assertEquals(endpoint.display(), again.display());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty",
                "/var/run/docker.sock|scheme",
                "docker|scheme",
                "ftp://x|known",
                "unix://relative|absolute",
                "unix://|absolute",
                "npipe://x|named pipe",
                "tcp://|no host",
                "tcp://:2375|no host",
                "tcp://host:0|port",
                "tcp://host:65536|port",
                "tcp://host:abc|port",
                "tcp://host:-1|port",
                "tcp://::1:2375|IPv6",
                "tcp://ho st:1|host name",
                "ssh://-oProxyCommand=x|host name",
                "ssh://-l@host|user name",
                "ssh://user:secret@host|password",
            })
    void brokenAddressSaysWhatIsWrong(String text, String part) {
        EndpointSyntaxException e = assertThrows(EndpointSyntaxException.class, () -> EngineEndpoint.parse(text));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(part), message);
        assertTrue(!message.contains("secret") && !e.text().contains("secret"), "has the password in it");
    }

    @ParameterizedTest
    @CsvSource({"'unix:///a\0b'", "'tcp://a\nb:1'", "'ssh://a\u001b[31m'"})
    void controlCharactersAreRefused(String text) {
        assertThrows(EndpointSyntaxException.class, () -> EngineEndpoint.parse(text));
    }
}
