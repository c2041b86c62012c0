package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A real registry of Debian's package on this computer. Without TLS, which engines take for one that may be. For one
/// thread at a time.
public final class TestRegistry implements AutoCloseable {
    /// Whom a registry that wants an account knows.
    public static final String USER = "alice";

    /// That account's password.
    public static final String PASSWORD = "open sesame";

    private static final String HTPASSWD = USER + ":$2b$04$KyA7G9Gfx.VzeCkwULpQOuQjZjUXu9PHg5pwF6ujwY4Z5GiLEjeB6\n";
    private static final Duration START = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private final Process process;
    private final Optional<TlsFiles> tls;

    private TestRegistry(Path folder, int port, Process process, Optional<TlsFiles> tls) {
        this.folder = folder;
        this.port = port;
        this.process = process;
        this.tls = tls;
    }

    /// Starts one that is open to all. Without the program the test is skipped, or fails where everything is required.
    public static TestRegistry start() {
        return start(false, false);
    }

    /// Starts one that wants [#USER] and [#PASSWORD].
    public static TestRegistry startWithAccount() {
        return start(true, false);
    }

    /// Starts one that is open to all and speaks TLS with a certificate of an authority of its own.
    public static TestRegistry startWithTls() {
        return start(false, true);
    }

    private static TestRegistry start(boolean account, boolean secure) {
        if (!Files.isExecutable(Path.of("/usr/bin/docker-registry"))) {
            TestEngines.unavailable("docker-registry is not installed");
        }
        try {
            Path folder = Files.createTempDirectory("quayside-registry");
            int port = freePort();
            Path config = folder.resolve("config.yml");
            Optional<TlsFiles> tls = secure ? Optional.of(TlsFiles.create(folder.resolve("tls"))) : Optional.empty();
            Files.writeString(
                    config,
                    "version: 0.1\nlog: {level: error}\nstorage: {delete: {enabled: true}, filesystem: {rootdirectory: "
                            + folder.resolve("data") + "}}\nhttp:\n  addr: '" + (secure ? "" : "127.0.0.1") + ":" + port
                            + "'\n"
                            + tls.map(TestRegistry::tlsConfig).orElse("") + (account ? accountConfig(folder) : ""));
            Process process = new ProcessBuilder("/usr/bin/docker-registry", "serve", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .redirectInput(new File("/dev/null"))
                    .start();
            TestRegistry registry = new TestRegistry(folder, port, process, tls);
            registry.awaitAnswer();
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tlsConfig(TlsFiles files) {
        return "  tls: {certificate: " + files.serverCertificate() + ", key: " + files.serverKey() + "}\n";
    }

    private static String accountConfig(Path folder) throws IOException {
        Path accounts = folder.resolve("htpasswd");
        Files.writeString(accounts, HTPASSWD);
        return "auth: {htpasswd: {realm: quayside, path: " + accounts + "}}\n";
    }

    /// The certificate of the authority, of one with TLS.
    public Path authority() {
        return tls.orElseThrow().ca();
    }

    /// `127.0.0.1:PORT`, as the first part of an image's name.
    public String address() {
        return "127.0.0.1:" + port;
    }

    /// The same by another address of this computer: engines take what is on `127.0.0.1` for trusted. Of one with TLS.
    public String addressAt(String host) {
        return host + ":" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        Command.of(List.of("rm", "-rf", folder.toString())).run().orFail();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("The registry doesn't answer: " + Files.readString(folder.resolve("log")));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
