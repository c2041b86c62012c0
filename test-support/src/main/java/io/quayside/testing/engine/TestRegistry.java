package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real registry of Debian's package on this computer, without TLS and accounts, which engines take for one that may
/// be. For one thread at a time.
public final class TestRegistry implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(1);

    private final Path folder;
    private final int port;
    private final Process process;

    private TestRegistry(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /// Starts one. Without the program the test is skipped, or fails where everything is required.
    public static TestRegistry start() {
        if (!Files.isExecutable(Path.of("/usr/bin/docker-registry"))) {
            TestEngines.unavailable("docker-registry is not installed");
        }
        try {
            Path folder = Files.createTempDirectory("quayside-registry");
            int port = freePort();
            Path config = folder.resolve("config.yml");
            Files.writeString(
                    config,
                    "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: " + folder.resolve("data")
                            + "}}\nhttp: {addr: '127.0.0.1:" + port + "'}\n");
            Process process = new ProcessBuilder("/usr/bin/docker-registry", "serve", config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .redirectInput(new File("/dev/null"))
                    .start();
            TestRegistry registry = new TestRegistry(folder, port, process);
            registry.awaitAnswer();
            return registry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `127.0.0.1:PORT`, as the first part of an image's name.
    public String address() {
        return "127.0.0.1:" + port;
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
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://" + address() + "/v2/").toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
