package io.quayside.testing.ssh;

import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.user.TestUser;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// OpenSSH's server with keys of its own, which lets one user in by one key. It runs what the client asks for, as any
/// server does. Nothing of the machine's own ssh is read or changed.
public final class TestSshServer implements AutoCloseable {
    private static final long START_SECONDS = 30;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final TestUser user;
    private final Path folder;
    private final int port;
    private final Process server;

    private TestSshServer(TestUser user, Path folder, int port, Process server) {
        this.user = user;
        this.folder = folder;
        this.port = port;
        this.server = server;
    }

    /// Starts a server. Skips the test where there is none.
    ///
    /// @param path where its users' programs are looked for
    public static TestSshServer start(TestUser user, String path) throws IOException {
        Path program = Command.find("sshd").orElse(Path.of(""));
        if (program.toString().isEmpty() || Command.find("ssh").isEmpty()) {
            TestEngines.unavailable("there is no ssh server here: openssh-server isn't installed");
        }
        // The server gives up its rights in this folder, which the package makes at the start of the service only.
        Files.createDirectories(Path.of("/run/sshd"));
        Path folder = Files.createTempDirectory(Path.of("/var/tmp"), "qs-ssh-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String key : List.of("host", "user", "stranger")) {
            Command.of(
                            "ssh-keygen",
                            "-q",
                            "-t",
                            "ed25519",
                            "-N",
                            "",
                            "-f",
                            folder.resolve(key).toString())
                    .run()
                    .orFail();
        }
        int port = freePort();
        Files.copy(folder.resolve("user.pub"), folder.resolve("authorized"));
        Files.writeString(
                folder.resolve("known-hosts"),
                "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host.pub")));
        Files.createFile(folder.resolve("knows-nobody"));
        Files.writeString(folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1:%d
                HostKey %s/host
                AuthorizedKeysFile %s/authorized
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                AllowUsers %s
                SetEnv PATH=%s
                """.formatted(port, folder, folder, user.name(), path));
        Process server = new ProcessBuilder(
                        program.toString(),
                        "-D",
                        "-e",
                        "-f",
                        folder.resolve("sshd_config").toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .redirectInput(new File("/dev/null"))
                .start();
        TestSshServer started = new TestSshServer(user, folder, port, server);
        started.awaitListening();
        return started;
    }

    public String user() {
        return user.name();
    }

    public int port() {
        return port;
    }

    /// The program `ssh`, with the key that opens the server and the server among the known hosts.
    public Path client() throws IOException {
        return client("user", "known-hosts");
    }

    /// One with a key that the server doesn't know.
    public Path clientOfAStranger() throws IOException {
        return client("stranger", "known-hosts");
    }

    /// One that was never at this server.
    public Path clientThatKnowsNoHost() throws IOException {
        return client("user", "knows-nobody");
    }

    /// Ends the server and all its connections; the keys stay.
    public void stop() {
        List<ProcessHandle> all = server.descendants().toList();
        server.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        server.onExit().join();
    }

    @Override
    public void close() {
        stop();
        Command.of("rm", "-rf", folder.toString()).run();
    }

    /// Ends the connections; the server goes on.
    public void cutConnections() {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private Path client(String key, String hosts) throws IOException {
        Path config = folder.resolve(key + "-" + hosts + ".config");
        Path program = folder.resolve(key + "-" + hosts);
        Files.writeString(config, """
                Host *
                    IdentityFile %s/%s
                    IdentitiesOnly yes
                    IdentityAgent none
                    UserKnownHostsFile %s/%s
                    GlobalKnownHostsFile /dev/null
                    StrictHostKeyChecking yes
                """.formatted(folder, key, folder, hosts));
        Files.writeString(program, "#!/bin/sh\nexec ssh -F " + config + " \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return program;
    }

    private void awaitListening() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!listens()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                String log = Files.readString(folder.resolve("log"));
                close();
                throw new AssertionError("the ssh server doesn't start: " + log);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
