package io.quayside.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.platform.AppDirs;
import io.quayside.testing.command.Command;
import io.quayside.testing.command.MachineLock;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.user.TestUser;
import io.quayside.testing.user.UserProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Quayside's own engine as an ordinary user: the real daemon in namespaces of the user's own, with every program of
/// Quayside around it a process of that user.
@Timeout(300)
class RootlessEngineTest {
    @RegisterExtension
    static final MachineLock LOCK = MachineLock.of("quayside-test-user");

    private TestUser user = TestUser.ensure();
    private Path top = Path.of("");
    private Path data = Path.of("");
    private NativeEngineFiles files = NativeEngineFiles.in(AppDirs.of(Optional.of(data)));

    @BeforeEach
    void useNewFolder() throws IOException {
        for (String program : List.of("dockerd", "rootlesskit", "slirp4netns", "newuidmap")) {
            if (Command.find(program).isEmpty()) {
                TestEngines.unavailable("a rootless engine needs " + program);
            }
        }
        top = Files.createTempDirectory(Path.of("/var/tmp"), "qs-rl-");
        Files.setPosixFilePermissions(top, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = Files.createDirectory(top.resolve("q"));
        user.own(data);
        files = NativeEngineFiles.in(AppDirs.of(Optional.of(data)));
    }

    @AfterEach
    void stop() throws IOException {
        if (Files.exists(files.record())) {
            try (UserProgram program = program()) {
                assertEquals("STOPPED -", program.ask("stop"));
            }
        }
        Command.of("rm", "-rf", "--one-file-system", top.toString()).run().orFail();
    }

    @Test
    void startsAndRunsContainersAsTheUser() throws IOException {
        try (UserProgram program = program()) {
            assertEquals("STOPPED -", program.ask("refresh"));
            assertEquals("RUNNING -", program.ask("start"));
        }

        assertTrue(docker("info", "--format", "{{.SecurityOptions}}").contains("name=rootless"));
        assertEquals(user.name(), Files.getOwner(files.socket()).getName());
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(files.socket()));
        assertEquals(user.name(), ownerOf(record().process().pid()));
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
    void stopLeavesTheDataAndNothingElse() throws IOException {
        try (UserProgram program = program()) {
            assertEquals("RUNNING -", program.ask("start"));
            importBusybox();
            docker("run", "--detach", "--stop-signal", "KILL", "--name", "kept", TestImages.BUSYBOX, "sleep", "1000");
            EngineRecord record = record();

            assertEquals("STOPPED -", program.ask("stop"));

            assertFalse(record.process().isAlive());
            assertFalse(Files.exists(files.socket()) || Files.exists(files.record()) || Files.exists(files.pidFile()));
            assertEquals(List.of(), enginesProcesses());
            assertEquals("RUNNING -", program.ask("start"));
            assertEquals("kept", docker("ps", "--all", "--format", "{{.Names}}").strip());
        }
    }

    @Test
    void laterProgramFindsItsEngineAgain() throws IOException {
        try (UserProgram first = program()) {
            assertEquals("RUNNING -", first.ask("start"));
        }
        EngineRecord record = record();

        try (UserProgram later = program()) {
            assertEquals("RUNNING -", seenBy(later));
            assertEquals("RUNNING -", later.ask("start"));
            assertEquals(record, record());
            assertEquals("STOPPED -", later.ask("stop"));
        }
        assertFalse(record.process().isAlive());
    }

    @Test
    void killedEngineIsSeenAndStartsAgainWithItsData() throws IOException {
        try (UserProgram program = program()) {
            assertEquals("RUNNING -", program.ask("start"));
            importBusybox();
            docker(
                    "run",
                    "--detach",
                    "--stop-signal",
                    "KILL",
                    "--name",
                    "survivor",
                    TestImages.BUSYBOX,
                    "sleep",
                    "1000");
            ProcessHandle parent = record().process().find().orElseThrow();
            parent.destroyForcibly();
            parent.onExit().join();

            assertEquals("FAILED host-daemon-ended", program.ask("refresh"));
            assertEquals("RUNNING -", program.ask("start"));
            assertEquals(
                    "survivor", docker("ps", "--all", "--format", "{{.Names}}").strip());
        }
    }

    @Test
    void leftoversOfADeadEngineDoNotHinder() throws IOException {
        try (UserProgram program = program()) {
            assertEquals("RUNNING -", program.ask("start"));
            assertEquals("STOPPED -", program.ask("stop"));
            String other = Long.toString(ProcessHandle.current().pid());
            Files.writeString(files.pidFile(), other);
            Files.writeString(files.socket(), "not a socket");
            Files.writeString(files.record(), "process=" + other + " some other time\n");
            user.own(files.pidFile());
            user.own(files.socket());
            user.own(files.record());

            assertEquals("FAILED host-daemon-ended", program.ask("refresh"));
            assertEquals("RUNNING -", program.ask("start"));
        }
        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void folderOfSomebodyElseIsNamed() throws IOException {
        Command.of("chown", "-R", "root:root", data.toString()).run().orFail();
        try (UserProgram program = program()) {
            assertEquals(
                    "FAILED host-folder-unusable " + data.resolve("data") + ": your user may not write there.[]",
                    program.ask("start"));
        }
    }

    /// What a program that has just begun sees. While it loads its classes for the first question to the engine, it may
    /// take longer than an engine is given to answer.
    private static String seenBy(UserProgram program) throws IOException {
        String seen = program.ask("refresh");
        while (seen.equals("DEGRADED host-not-answering")) {
            seen = program.ask("refresh");
        }
        return seen;
    }

    private UserProgram program() throws IOException {
        return UserProgram.start(user, HostProgram.class, top, data.toString());
    }

    private EngineRecord record() throws IOException {
        return EngineRecord.read(files.record()).orElseThrow();
    }

    private static String ownerOf(long pid) {
        return Command.of("ps", "-o", "user:40=", "-p", Long.toString(pid))
                .run()
                .orFail()
                .output()
                .strip();
    }

    private List<String> enginesProcesses() {
        return Command.of("pgrep", "-a", "-f", data + "/run")
                .run()
                .output()
                .lines()
                .filter(line -> !line.contains(HostProgram.class.getSimpleName()))
                .toList();
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
        List<String> command = new ArrayList<>(List.of("docker", "--host", "unix://" + files.socket()));
        command.addAll(List.of(words));
        return Command.of(command);
    }
}
