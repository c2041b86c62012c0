package io.quayside.engine.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.testing.command.Command;
import io.quayside.testing.command.MachineLock;
import io.quayside.testing.user.TestUser;
import io.quayside.testing.user.UserProgram;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Contexts, certificates and sockets that belong to somebody else, seen as an ordinary user: root, as whom the tests
/// run, may read everything.
@Timeout(60)
class OtherUsersFilesTest {
    @RegisterExtension
    static final MachineLock LOCK = MachineLock.of("quayside-test-user");

    private final TestUser user = TestUser.ensure();
    private Path top = Path.of("");
    private Path config = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        top = Files.createTempDirectory(Path.of("/var/tmp"), "qs-ctx-");
        Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwxr-xr-x"));
        config = Files.createDirectory(top.resolve("docker"));
        context("good", "tcp://10.0.0.1:2375");
    }

    @AfterEach
    void removeFolder() {
        Command.of("rm", "-rf", top.toString()).run().orFail();
    }

    @Test
    void contextThatMayNotBeReadIsListedBesideTheOthers() throws IOException {
        close(context("secret", "tcp://10.0.0.2:2375").resolve("meta.json"));
        close(context("shut", "tcp://10.0.0.3:2375"));

        assertEquals(
                "good = tcp://10.0.0.1:2375; secret : This user may not read the file;"
                        + " shut : This user may not read the file",
                ask("list"));
    }

    @Test
    void contextsThatMayNotBeListedAreAProblemAndNotNone() throws IOException {
        Path meta = config.resolve("contexts/meta");
        close(meta);
        assertEquals(meta + " : This user may not read the folder", ask("list"));
    }

    @Test
    void certificatesThatMayNotBeReadDontLeaveTlsOut() throws IOException {
        context("safe", "tcp://10.0.0.2:2376");
        Path tls = Files.createDirectories(config.resolve("contexts/tls/safe/docker"));
        Files.writeString(tls.resolve("ca.pem"), "");
        close(tls);
        assertEquals(
                "good = tcp://10.0.0.1:2375; safe : This user may not read " + tls.resolve("cert.pem"), ask("list"));
    }

    @Test
    void configurationThatMayNotBeReadIsSaid() throws IOException {
        close(Files.writeString(config.resolve("config.json"), "{\"currentContext\":\"good\"}"));
        assertEquals("config.json : This user may not read the file", ask("current"));
    }

    @Test
    void socketOfSomebodyElseIsDenied() throws IOException {
        Path socket = top.resolve("engine.sock");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            close(socket);
            assertEquals("PERMISSION_DENIED : This user may not open unix://" + socket, ask(socket.toString()));
        }
    }

    @Test
    void socketInAFolderOfSomebodyElseIsDenied() throws IOException {
        Path folder = Files.createDirectory(top.resolve("run"));
        close(folder);
        Path socket = folder.resolve("engine.sock");
        assertEquals("PERMISSION_DENIED : This user may not open unix://" + socket, ask(socket.toString()));
    }

    private Path context(String name, String host) throws IOException {
        Path folder = Files.createDirectories(config.resolve("contexts/meta").resolve(name));
        Files.writeString(
                folder.resolve("meta.json"),
                "{\"Name\":\"%s\",\"Endpoints\":{\"docker\":{\"Host\":\"%s\"}}}".formatted(name, host));
        return folder;
    }

    private static void close(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    }

    private String ask(String question) throws IOException {
        try (UserProgram program = UserProgram.start(user, ContextsProgram.class, top, config.toString())) {
            return program.ask(question);
        }
    }
}
