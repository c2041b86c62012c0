package io.quayside.vm.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.Resources;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import io.quayside.vm.store.PrivateFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// Folders of this computer in containers of a real machine, by the kernel's own client. One machine, in order.
@Tag("vm")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedFolderTest {
    private static final String NAME = "shares";

    private static AppDirs dirs;
    private static Machines machines;
    private static LiveMachine machine;
    private static Path code;
    private static Path looked;
    private static int containers;

    @BeforeAll
    static void start() throws Exception {
        RealVm.image();
        dirs = RealVm.folder();
        code = Files.createTempDirectory("qs-code");
        looked = Files.createTempDirectory("qs-looked");
        machines = RealVm.machines(dirs);
        machines.create(NAME, new Resources(2, 1024, 4), Map.of());
        machines.setShares(NAME, List.of(Share.of(code, false)));
        machine = machines.start(NAME, StartListener.none());
        assertTrue(GuestEngine.importBusybox(machine).contains(" 200 "));
    }

    @AfterAll
    static void end() throws Exception {
        if (dirs != null) {
            machines.stop(NAME);
            machines.close();
            PrivateFiles.deleteTree(dirs.data().getParent());
            PrivateFiles.deleteTree(code);
            PrivateFiles.deleteTree(looked);
        }
    }

    /// What a container prints that has the folder at `/data`.
    private static String run(String script) throws Exception {
        return run(code, script);
    }

    private static String run(Path folder, String script) throws Exception {
        return GuestEngine.run(machine, "c" + ++containers, GuestEngine.withData(folder.toString(), script));
    }

    private static String as(String user, String script) throws Exception {
        ContainerSpec spec = GuestEngine.withData(code.toString(), script);
        return GuestEngine.run(
                machine,
                "c" + ++containers,
                spec.with(spec.config().toBuilder().user(user).build()));
    }

    @Test
    @Order(1)
    void folderIsThereAtTheSamePathWhenTheMachineRuns() throws Exception {
        Share share = Share.of(code, false);
        assertEquals(true, share.samePath());
        assertEquals(List.of(new ShareStatus(share, ShareStatus.State.MOUNTED, "")), machines.shareStates(NAME));
    }

    @Test
    @Order(2)
    void bothSidesEditAndSeeWhatTheOtherWrote() throws Exception {
        Files.writeString(code.resolve("file"), "from the host\n");
        assertEquals("from the host\nexit 0", run("cat /data/file; echo from the guest > /data/file"));
        assertEquals("from the guest\n", Files.readString(code.resolve("file")));
        Files.writeString(code.resolve("file"), "again\n");
        assertEquals("again\nexit 0", run("cat /data/file"));
    }

    @Test
    @Order(3)
    void thousandFilesAreMadeAndDeleted() throws Exception {
        assertEquals(
                "1000\nexit 0",
                run(
                        "mkdir /data/many; cd /data/many; i=0; while [ $i -lt 1000 ]; do echo $i > f$i; i=$((i+1)); done; ls | wc -l"));
        try (Stream<Path> files = Files.list(code.resolve("many"))) {
            assertEquals(1000, files.count());
        }
        assertEquals("777\n", Files.readString(code.resolve("many/f777")));
        assertEquals("exit 0", run("rm -r /data/many"));
        assertEquals(false, Files.exists(code.resolve("many")));
    }

    @Test
    @Order(4)
    void bigFileKeepsItsChecksumBothWays() throws Exception {
        byte[] data = new byte[20 << 20];
        new Random(4).nextBytes(data);
        Files.write(code.resolve("big"), data);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(data));
        assertEquals(sum + "\nexit 0", run("cp /data/big /data/copy; sha256sum < /data/big | cut -d' ' -f1"));
        assertEquals(
                sum,
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(code.resolve("copy")))));
        run("rm /data/big /data/copy");
    }

    @Test
    @Order(5)
    void namesMoveAndOpenFilesLiveOnWithoutOne() throws Exception {
        assertEquals(
                "new\n4\nnew\n2\nexit 0",
                run("cd /data; echo old > to; echo new > from; mv from to; cat to; "
                        + "echo abc > gone; exec 3<>gone; rm gone; stat -L -c %s /proc/self/fd/3; "
                        + "ln -s to link; cat link; ln to hard; stat -c %h to; rm hard link"));
        // The container resolves it in its own tree, and the host's file isn't read.
        Files.createSymbolicLink(code.resolve("out"), Path.of("/www/index.html"));
        assertEquals("hello from quayside\nexit 0", run("cat /data/out"));
    }

    @Test
    @Order(6)
    void databaseThatGivesItsFolderToAUserFindsThat() throws Exception {
        assertEquals(
                "999:998 700\nexit 0",
                run("mkdir /data/pg; chown 999:998 /data/pg; chmod 700 /data/pg; stat -c '%u:%g %a' /data/pg"));
        assertEquals(
                "999:998 600\n999:998 700\nexit 0",
                as(
                        "999:998",
                        "umask 077; echo x > /data/pg/f; chmod 600 /data/pg/f; stat -c '%u:%g %a' /data/pg/f /data/pg"));
        assertTrue(as("5:5", "ls /data/pg").contains("Permission denied"));
        assertEquals("x\n", Files.readString(code.resolve("pg/f")));
    }

    @Test
    @Order(7)
    void filesAreMappedIntoMemoryAndLocked() throws Exception {
        WatchProgram.into(code.resolve("tools"));
        Files.writeString(code.resolve("map"), "0123456789");
        assertEquals("exit 0", run(WatchProgram.run("/data/tools", "map.pl") + " /data/map"));
        assertEquals("mapped6789", Files.readString(code.resolve("map")));
        assertEquals("refused\nfree\nexit 0", run(WatchProgram.run("/data/tools", "lock.pl") + " /data/map"));
    }

    @Test
    @Order(8)
    void changesOfTheHostReachWatchersInAContainer() throws Exception {
        WatchProgram.into(code.resolve("tools"));
        Files.createDirectories(code.resolve("src/deep"));
        Files.writeString(code.resolve("src/deep/old"), "1");
        ContainerSpec spec = GuestEngine.withData(
                code.toString(),
                "cd /data; " + WatchProgram.run("/data/tools", "watch.pl")
                        + " src src/deep src/deep/old > tools/seen 2>&1");
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            String id = engine.containers()
                    .create(spec, CreateOptions.named("watcher"))
                    .id();
            engine.containers().start(id);
            await(() -> seen().contains("watching"));
            Files.writeString(code.resolve("src/deep/old"), "2");
            await(() -> seen().contains("MODIFY src/deep/old\n"));
            // Who watches the file itself hears of it without a name.
            await(() -> seen().contains("MODIFY src/deep/old/\n"));
            Files.writeString(code.resolve("src/deep/new"), "");
            await(() -> seen().contains("CREATE src/deep/new"));
            Files.delete(code.resolve("src/deep/new"));
            await(() -> seen().contains("DELETE src/deep/new"));
            Files.createFile(code.resolve("src/stop"));
            await(() -> seen().contains("CREATE src/stop"));
        }
        assertEquals("2exit 0", run("cat /data/src/deep/old"));
        assertEquals(false, Files.exists(code.resolve("src/deep/new")));
    }

    /// The guest keeps what it has read, yet never shows it again once the host has changed it.
    @Test
    @Order(9)
    void fileThatTheHostChangesIsFreshAtTheNextOpen() throws Exception {
        Files.writeString(code.resolve("fresh"), "first\n");
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            String id = engine.containers()
                    .create(
                            GuestEngine.withData(
                                    code.toString(),
                                    "cd /data; for i in 1 2 3; do cat fresh; cat fresh > saw$i; "
                                            + "until [ -e changed$i ]; do sleep 0.1; done; done; cat fresh"),
                            CreateOptions.named("reader"))
                    .id();
            engine.containers().start(id);
            String[] contents = {"longer than before\n", "as long, but other\n", ""};
            for (int i = 1; i <= contents.length; i++) {
                Path saw = code.resolve("saw" + i);
                await(() -> Files.exists(saw) && Files.readString(saw).equals(Files.readString(code.resolve("fresh"))));
                Files.writeString(code.resolve("fresh"), contents[i - 1]);
                Files.createFile(code.resolve("changed" + i));
            }
            assertEquals("first\nlonger than before\nas long, but other\nexit 0", GuestEngine.end(engine, id));
        }
    }

    @Test
    @Order(10)
    void twoContainersSeeOneFolder() throws Exception {
        Files.createDirectories(code.resolve("both"));
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            String id = engine.containers()
                    .create(
                            GuestEngine.withData(
                                    code.toString(),
                                    "cd /data/both; until [ -e done ]; do sleep 0.1; done; cat one/deep; "
                                            + "mv one two; echo more >> two/deep; rm done"),
                            CreateOptions.named("first"))
                    .id();
            engine.containers().start(id);
            assertEquals(
                    "written\nmore\nexit 0",
                    run(
                            code.resolve("both"),
                            "cd /data; mkdir one; exec 3>one/deep; echo written >&3; touch done; "
                                    + "while [ -e done ]; do sleep 0.1; done; cat two/deep"));
            assertEquals("written\nexit 0", GuestEngine.end(engine, id));
        }
        assertEquals("written\nmore\n", Files.readString(code.resolve("both/two/deep")));
    }

    private static String seen() throws Exception {
        Path file = code.resolve("tools/seen");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    @Order(11)
    void folderThatIsOnlyToBeReadIsMountedAtOnceAndRefusesWrites() throws Exception {
        Files.writeString(looked.resolve("file"), "look\n");
        List<ShareStatus> states = machines.setShares(NAME, List.of(Share.of(code, false), Share.of(looked, true)));
        assertEquals(ShareStatus.State.MOUNTED, states.get(1).state(), states::toString);
        String out = run(looked, "cat /data/file; echo x > /data/new; rm /data/file");
        assertTrue(out.startsWith("look\n") && out.contains("Read-only file system"), out);
        assertEquals("look\n", Files.readString(looked.resolve("file")));
    }

    @Test
    @Order(12)
    void composeMountsAFolderBesideItsFile() throws Exception {
        Files.createDirectories(code.resolve("project/html"));
        Files.writeString(code.resolve("project/html/page"), "composed");
        Files.writeString(
                code.resolve("project/compose.yaml"),
                "services:\n  web:\n    image: quayside/busybox:1\n    command: cat /html/page\n"
                        + "    network_mode: none\n    volumes: ['./html:/html']\n");
        String out = GuestEngine.inGuest(machine, "cd " + code + "/project && docker-compose up 2>&1");
        assertTrue(out.contains("composed"), out);
    }

    @Test
    @Order(13)
    void folderThatAContainerUsesIsNotTakenAway() throws Exception {
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            String id = engine.containers()
                    .create(GuestEngine.withData(looked.toString(), "sleep 600"), CreateOptions.named("user"))
                    .id();
            engine.containers().start(id);
            VmException refused =
                    assertThrows(VmException.class, () -> machines.setShares(NAME, List.of(Share.of(code, false))));
            assertEquals(new VmProblem.ShareInUse(looked.toString()), refused.problem());
            assertEquals(2, machines.shares(NAME).size());
            assertEquals(
                    ShareStatus.State.MOUNTED, machines.shareStates(NAME).get(1).state());
            engine.containers().kill("user", "KILL");
        }
        await(() -> {
            try {
                return machines.setShares(NAME, List.of(Share.of(code, false))).size() == 1;
            } catch (VmException e) {
                return false; // The container's last process is still on its way out.
            }
        });
        assertEquals("", GuestEngine.inGuest(machine, "ls " + looked));
    }

    @Test
    @Order(14)
    void folderThatIsGoneIsSaidAndTheMachineStartsAllTheSame() throws Exception {
        Share missing = Share.of(code.resolve("missing-folder"), false);
        machines.setShares(NAME, List.of());
        List<ShareStatus> states = machines.setShares(NAME, List.of(missing));
        assertEquals(List.of(new ShareStatus(missing, ShareStatus.State.FAILED, "The folder isn't there.")), states);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "it never came true");
            Thread.sleep(200);
        }
    }
}
