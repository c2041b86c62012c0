package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A real engine that belongs to the tests of this JVM: own data, socket, network and log. Safe for use by several
/// threads;
/// the calls that start and end it exclude each other.
public final class TestEngine implements DockerLine, AutoCloseable {
    /// Far more than a daemon takes, also on a machine with ten times the work it has time for.
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration STOP = Duration.ofMinutes(2);

    private final EngineKind kind;
    private final EngineFolder folder;
    private final DaemonCommand command;
    private @Nullable Process daemon;
    private boolean closed;

    private TestEngine(EngineKind kind, EngineFolder folder, DaemonCommand command) {
        this.kind = kind;
        this.folder = folder;
        this.command = command;
    }

    static TestEngine create(EngineInstallation installation, Listener listener, Map<String, String> settings) {
        if (!installation.kind().isDocker() && listener == Listener.TLS) {
            throw new IllegalArgumentException("Podman has no TLS listener");
        }
        try {
            EngineFolder folder = EngineFolder.create();
            Optional<TlsFiles> tls = listener == Listener.TLS
                    ? Optional.of(TlsFiles.create(folder.path().resolve("tls")))
                    : Optional.empty();
            Optional<String> address = listener == Listener.UNIX ? Optional.empty() : Optional.of(freeAddress());
            TestEngine engine = new TestEngine(
                    installation.kind(), folder, new DaemonCommand(installation, folder, tls, address, settings));
            engine.startOrDispose();
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public EngineKind kind() {
        return kind;
    }

    /// Address as `docker -H` takes it: `unix://…`, or `tcp://…` for a Podman on TCP, which has no socket then.
    @Override
    public String host() {
        return !kind.isDocker() && command.tcpAddress().isPresent() ? tcpHost() : "unix://" + socket();
    }

    public Path socket() {
        return command.socket();
    }

    /// `tcp://127.0.0.1:PORT` of an engine made with [Listener#TCP] or [Listener#TLS].
    public String tcpHost() {
        return "tcp://" + command.tcpAddress().orElseThrow();
    }

    /// Certificates of an engine made with [Listener#TLS].
    public TlsFiles tls() {
        return command.tls().orElseThrow();
    }

    /// What the daemon wrote since its first start.
    public Path log() {
        return folder.path().resolve("engine.log");
    }

    /// Folder of everything the engine keeps.
    public Path directory() {
        return folder.path();
    }

    /// Process id of the daemon of the latest start.
    public synchronized long pid() {
        return running().pid();
    }

    public synchronized boolean isAlive() {
        return daemon != null && daemon.isAlive();
    }

    @Override
    public Command dockerCommand(String... arguments) {
        List<String> words = new ArrayList<>(List.of("docker", "--host", host()));
        words.addAll(List.of(arguments));
        return Command.of(words);
    }

    /// Starts the daemon and waits until it answers. Does nothing when it runs.
    public synchronized void start() {
        if (closed) {
            throw new IllegalStateException(kind + " is closed");
        }
        if (isAlive()) {
            return;
        }
        try {
            Files.deleteIfExists(socket());
            // After a kill: a daemon trusts these numbers even when they are those of dead processes.
            Files.deleteIfExists(folder.path().resolve("dockerd.pid"));
            Files.deleteIfExists(folder.path().resolve("exec/containerd/containerd.pid"));
            ProcessBuilder builder = new ProcessBuilder(command.arguments());
            builder.environment().putAll(command.environment());
            builder.redirectErrorStream(true);
            builder.redirectInput(new File("/dev/null"));
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            daemon = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitAnswer();
    }

    private void startOrDispose() {
        boolean started = false;
        try {
            start();
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /// Ends the daemon as an administrator would, by a signal; its containers stop, or go on with live restore.
    public synchronized void stop() {
        if (!isAlive()) {
            return;
        }
        Process process = running();
        process.destroy();
        if (!awaitEnd(process, STOP)) {
            killDaemon();
        }
    }

    public synchronized void restart() {
        stop();
        start();
    }

    /// Ends the daemon at once, without a chance to tidy up. Containers may go on running.
    public synchronized void killDaemon() {
        running().destroyForcibly();
        awaitEnd(running(), STOP);
    }

    /// Freezes the daemon: its sockets stay open and nothing answers.
    public void pauseDaemon() {
        signal("STOP");
    }

    /// Ends [#pauseDaemon()].
    public void resumeDaemon() {
        signal("CONT");
    }

    /// Removes all containers, volumes and networks of tests; images stay.
    public void removeContainers() {
        String ids = docker("ps", "--all", "--quiet").strip();
        if (!ids.isEmpty()) {
            List<String> words = new ArrayList<>(List.of("rm", "--force", "--volumes"));
            words.addAll(ids.lines().toList());
            tryDocker(words.toArray(String[]::new));
        }
        tryDocker("network", "prune", "--force");
        tryDocker("volume", "prune", "--force");
    }

    /// Ends the engine with all its containers and deletes what it kept.
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        folder.dispose();
    }

    int bridgeNumber() {
        return folder.bridge().number();
    }

    private void signal(String name) {
        Command.of("kill", "-" + name, Long.toString(pid())).run().orFail();
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            CommandResult answer =
                    dockerCommand("version", "--format", "{{.Server.Version}}").run();
            if (answer.succeeded()) {
                return;
            }
            if (!isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError(kind + " doesn't answer: " + answer.errors() + lastWords());
            }
            awaitEnd(running(), Duration.ofMillis(100));
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private Process running() {
        if (daemon == null) {
            throw new IllegalStateException(kind + " was never started");
        }
        return daemon;
    }

    private static boolean awaitEnd(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for an engine", e);
        }
    }

    private static String freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
