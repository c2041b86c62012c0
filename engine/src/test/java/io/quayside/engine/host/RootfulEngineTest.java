package io.quayside.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.engine.process.ProcessIdentity;
import io.quayside.engine.process.SystemProcessRunner;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Quayside's own engine as root: the real daemon of this machine.
class RootfulEngineTest {
    private Path top = Path.of("");
    private NativeEngineFiles files = NativeEngineFiles.in(AppDirs.of(Optional.of(top)));
    private NativeEngineHost host = host();

    @BeforeAll
    static void needsRootAndDocker() {
        if (!PlatformInfo.current().isRoot() || Command.find("dockerd").isEmpty()) {
            TestEngines.unavailable("a rootful engine needs root and dockerd");
        }
    }

    @BeforeEach
    void useNewFolder() throws IOException {
        top = Files.createTempDirectory(Path.of("/var/tmp"), "qs-host-");
        files = NativeEngineFiles.in(AppDirs.of(Optional.of(top)));
        host = host();
    }

    @AfterEach
    void stop() throws Exception {
        if (Files.isDirectory(files.dataRoot())) {
            host().stop();
        }
        Command.of("rm", "-rf", "--one-file-system", top.toString()).run().orFail();
    }

    @Test
    void startGoesThroughNamedStepsAndAnswers() throws Exception {
        List<HostPhase> phases = new ArrayList<>();
        host.onState(state -> {
            if (phases.isEmpty() || phases.getLast() != state.phase()) {
                phases.add(state.phase());
            }
        });

        host.start();

        assertEquals(
                List.of("Checking what is here", "Preparing folders", "Starting Docker", "Waiting for it to answer"),
                host.state().steps().stream().map(StartStep::name).toList());
        assertTrue(host.state().steps().stream().allMatch(step -> step.took().isPresent()));
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(files.socket()));
        assertEquals(HostPhase.RUNNING, host.refresh().phase());
        assertEquals(List.of(HostPhase.STOPPED, HostPhase.STARTING, HostPhase.RUNNING), phases);
    }

    @Test
    void stopLeavesTheDataAndNothingElse() throws Exception {
        host.start();
        importBusybox();
        docker("network", "create", "other");
        docker("run", "--detach", "--stop-signal", "KILL", "--network", "other", TestImages.BUSYBOX, "sleep", "1000");
        EngineRecord record = record();

        host.stop();

        assertEquals(HostPhase.STOPPED, host.refresh().phase());
        assertFalse(record.process().isAlive());
        assertFalse(Files.exists(files.socket()) || Files.exists(files.record()) || Files.exists(files.pidFile()));
        String addresses = Command.of("ip", "-4", "addr").run().output();
        assertFalse(addresses.contains(record.block().orElseThrow().gateway()), addresses);
        host.start();
        assertEquals("1", docker("ps", "--all", "--quiet").lines().count() + "");
    }

    @Test
    void laterAppFindsItsEngineAgain() throws Exception {
        host.start();
        EngineRecord record = record();
        NativeEngineHost later = host();

        assertEquals(HostPhase.RUNNING, later.refresh().phase());
        later.start();
        assertEquals(record, record());

        later.stop();
        assertFalse(record.process().isAlive());
    }

    @Test
    void publishedPortAnswers() throws Exception {
        host.start();
        importBusybox();
        docker(
                "run",
                "--detach",
                "--stop-signal",
                "KILL",
                "--name",
                "web",
                "--publish",
                "127.0.0.1::80",
                TestImages.BUSYBOX,
                "httpd",
                "-f",
                "-h",
                "/www");

        String address = docker("port", "web", "80").strip();

        assertEquals(
                "hello from quayside\n",
                Command.of("busybox", "wget", "-q", "-O", "-", "http://" + address + "/")
                        .run()
                        .orFail()
                        .output());
    }

    @Test
    void killedDaemonIsSeenAndStartsAgainWithItsData() throws Exception {
        host.start();
        importBusybox();
        docker("run", "--detach", "--stop-signal", "KILL", "--name", "survivor", TestImages.BUSYBOX, "sleep", "1000");
        ProcessHandle daemon = record().process().find().orElseThrow();
        daemon.destroyForcibly();
        daemon.onExit().join();

        HostState seen = host.refresh();
        assertEquals(HostPhase.FAILED, seen.phase());
        assertEquals("host-daemon-ended", seen.problem().orElseThrow().code());
        assertFalse(seen.problem().orElseThrow().lastWords().isEmpty());

        host.start();
        assertEquals("survivor", docker("ps", "--all", "--format", "{{.Names}}").strip());
    }

    @Test
    void frozenDaemonIsDegradedUntilItGoesOn() throws Exception {
        host.start();
        String pid = Long.toString(record().process().pid());
        Command.of("kill", "-STOP", pid).run().orFail();
        try {
            assertEquals(HostPhase.DEGRADED, host.refresh().phase());
        } finally {
            Command.of("kill", "-CONT", pid).run().orFail();
        }

        assertEquals(HostPhase.RUNNING, host.refresh().phase());
    }

    @Test
    void leftoversOfADeadEngineDoNotHinder() throws Exception {
        files.prepare();
        long other = ProcessHandle.current().pid();
        Files.writeString(files.pidFile(), Long.toString(other));
        Files.writeString(files.socket(), "not a socket");
        new EngineRecord(new ProcessIdentity(other, "some other time"), AddressBlock.parse("172.30.0.0/16"), false)
                .write(files.record());

        assertEquals(HostPhase.FAILED, host.refresh().phase());
        host.start();

        assertEquals(HostPhase.RUNNING, host.refresh().phase());
        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void failingDaemonGivesItsOwnLastWordsAndLeavesNothing() throws Exception {
        files.prepare();
        Files.writeString(files.config(), "{ this is no configuration");

        HostProblem problem = assertThrows(HostException.class, host::start).problem();

        var ended = assertInstanceOf(HostProblem.DaemonEnded.class, problem);
        assertTrue(
                String.join("\n", ended.lastWords()).contains("unable to configure the Docker daemon"),
                ended.toString());
        assertEquals(1, ended.exitCode().orElseThrow());
        assertEquals(Optional.of(problem), host.state().problem());
        assertEquals(HostPhase.FAILED, host.state().phase());
        String bridge =
                EngineNetwork.of(files.dataRoot(), new SystemProcessRunner()).bridge();
        assertFalse(Files.exists(Path.of("/sys/class/net", bridge)));
        assertFalse(Files.exists(files.record()));
    }

    @Test
    void fileInPlaceOfTheFolderIsNamed() throws Exception {
        Files.createDirectories(files.dataRoot().getParent());
        Files.writeString(files.dataRoot(), "in the way");

        HostProblem problem = assertThrows(HostException.class, host::start).problem();

        assertEquals(
                files.dataRoot(),
                assertInstanceOf(HostProblem.FolderUnusable.class, problem).path());
        Files.delete(files.dataRoot());
    }

    @Test
    void twoAtOnceStartOneDaemon() throws Exception {
        FutureTask<Void> other = new FutureTask<>(() -> {
            host().start();
            return null;
        });
        Thread.ofVirtual().name("other-app").start(other);
        host.start();
        other.get();

        String daemons = Command.of("pgrep", "-f", "dockerd.*" + top).run().output();
        assertEquals(
                List.of(Long.toString(record().process().pid())),
                daemons.lines().toList());
    }

    @Test
    void interruptedStartLeavesNothing() throws Exception {
        FutureTask<Void> start = new FutureTask<>(() -> {
            host.start();
            return null;
        });
        Thread thread = Thread.ofVirtual().name("start").start(start);
        host.await(state -> state.steps().size() == 4, Duration.ofSeconds(60));

        thread.interrupt();
        assertThrows(ExecutionException.class, start::get);

        assertEquals(HostPhase.STOPPED, host.refresh().phase());
        assertEquals("", Command.of("pgrep", "-f", "dockerd.*" + top).run().output());
        assertFalse(Files.exists(files.record()));
    }

    @Test
    void tooLongPathIsAnAbsenceThatSaysWhy() throws Exception {
        Path deep = top.resolve("a".repeat(90));
        NativeEngineHost there = NativeEngineHost.in(new AppDirs(deep, deep, deep, deep, deep));

        assertEquals(HostPhase.ABSENT, there.refresh().phase());
        assertInstanceOf(
                HostProblem.SocketPathTooLong.class, there.state().problem().orElseThrow());
    }

    private NativeEngineHost host() {
        return NativeEngineHost.in(AppDirs.of(Optional.of(top)));
    }

    private EngineRecord record() throws IOException {
        return EngineRecord.read(files.record()).orElseThrow();
    }

    private void importBusybox() {
        dockerCommand("import", "-", TestImages.BUSYBOX)
                .withInput(TestImages.busyboxArchive())
                .run()
                .orFail();
    }

    private String docker(String... words) {
        return dockerCommand(words).run().orFail().output();
    }

    private Command dockerCommand(String... words) {
        List<String> command =
                new ArrayList<>(List.of("docker", "--host", host.endpoint().display()));
        command.addAll(List.of(words));
        return Command.of(command);
    }
}
