package io.quayside.engine.recreate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotPossibleException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.run.Facts;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunLine;
import io.quayside.engine.run.RunMatrix;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunSurroundings;
import io.quayside.testing.command.Command;
import io.quayside.testing.command.MachineLock;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Makes containers of a real engine again, and looks at what became of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecreateRealTest {
    @RegisterExtension
    static final MachineLock LOCK = MachineLock.of("run-lines");

    private static final RunSurroundings HERE = RunSurroundings.ofThisComputer();

    @TempDir
    private static Path folder = Path.of("");

    private final TestEngine real = TestEngines.shared(EngineKind.DOCKER_28_5);
    private final Engine engine;

    RecreateRealTest() throws EngineException {
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(real.socket()));
    }

    @BeforeAll
    void prepare() throws IOException {
        TestImages.ensure(real);
        Files.writeString(folder.resolve("env"), "FROM_FILE=1\n");
        Files.writeString(folder.resolve("labels"), "file.label=yes\n");
        Files.writeString(folder.resolve("seccomp.json"), "{ \"defaultAction\": \"SCMP_ACT_ALLOW\" }\n");
    }

    @BeforeEach
    void networks() {
        real.removeContainers();
        real.docker("network", "create", "--subnet", "10.213.7.0/24", "shop");
        real.docker("network", "create", "Back");
    }

    @AfterEach
    void tidy() {
        real.removeContainers();
    }

    @AfterAll
    void close() {
        engine.close();
    }

    @Test
    void everythingThatInspectShowsSurvives() throws Exception {
        real.docker(
                "run",
                "-d",
                "--stop-signal",
                "KILL",
                "--name",
                "target",
                "--ipc",
                "shareable",
                "-v",
                "/kept",
                TestImages.BUSYBOX,
                "sleep",
                "600");
        List<String> differences = new ArrayList<>();
        for (String line : RunMatrix.lines(folder.toString())) {
            if (line.startsWith("--rm")) {
                continue; // it is gone when it stops: refused, see below
            }
            String id = Command.of("sh", "-c", "docker --host " + real.host() + " create --name it " + line)
                    .run()
                    .orFail()
                    .output()
                    .strip();
            ContainerDetails before = engine.containers().inspect(id);
            Replacement made = ContainerEdit.of(engine, id).to(spec -> spec).recreate(engine, false);
            ContainerDetails after = engine.containers().inspect(made.newId());
            // A volume without a name is kept by the name that the engine gave it.
            Facts.of(before)
                    .without("/HostConfig/Binds", "/HostConfig/Mounts", "/Config/Volumes", "/Mounts")
                    .differencesTo(Facts.of(after)
                            .without("/HostConfig/Binds", "/HostConfig/Mounts", "/Config/Volumes", "/Mounts"))
                    .stream()
                    .filter(difference -> !difference.startsWith("/Config/Labels/" + ContainerSpec.REPLACES))
                    .forEach(difference -> differences.add(line + "\n    " + difference));
            if (!places(before).equals(places(after))) {
                differences.add(line + "\n    " + places(before) + " | " + places(after));
            }
            assertEquals("it", after.name());
            new Recreation(engine).discardOld(made);
            real.docker("rm", "--volumes", made.newId());
        }
        assertEquals("", String.join("\n", differences));
    }

    private static List<String> places(ContainerDetails details) {
        return details.mounts().stream()
                .sorted(Comparator.comparing(MountPoint::destination))
                .map(mount -> mount.type() + " " + mount.name() + " " + mount.source() + " " + mount.destination() + " "
                        + mount.writable())
                .toList();
    }

    @Test
    void aRunningContainerIsReplacedAndBroughtBack() throws Exception {
        String id = real.docker(
                        "run",
                        "-d",
                        "--name",
                        "web",
                        "--restart",
                        "always",
                        "-e",
                        "A=1",
                        "-v",
                        "/data",
                        "-v",
                        "named:/named",
                        "--network",
                        "shop",
                        "--ip",
                        "10.213.7.20",
                        "--network-alias",
                        "www",
                        "--stop-timeout",
                        "1",
                        "--label",
                        "x=y",
                        TestImages.HTTPD)
                .strip();
        real.docker("network", "connect", "--alias", "behind", "Back", id);
        Path file = Files.writeString(folder.resolve("file"), "kept");
        real.docker("cp", file.toString(), id + ":/data/file");
        real.docker("cp", file.toString(), id + ":/tmp/file");
        ContainerEdit edit = ContainerEdit.of(engine, id);
        RunSpec wanted = edit.line().with(RunFlag.ENV, List.of("A=2", "B=3"));

        ContainerEdit.Change change = edit.to(wanted, HERE);
        assertTrue(change.needsNew());
        Replacement made = change.recreate(engine, false);

        ContainerDetails now = engine.containers().inspect("web");
        assertNotEquals(id, now.id());
        assertEquals(ContainerState.RUNNING, now.condition().state());
        assertEquals(
                List.of("A=2", "B=3", "SERVES=/www"),
                now.config().env().stream().sorted().toList());
        assertEquals("10.213.7.20", now.network().networks().get("shop").ipAddress());
        assertTrue(now.network().networks().get("shop").aliases().contains("www"));
        assertTrue(now.network().networks().get("Back").aliases().contains("behind"));
        assertEquals("y", now.labels().get("x"));
        assertTrue(real.tryDocker("cp", "web:/data/file", "-").succeeded());
        assertFalse(real.tryDocker("cp", "web:/tmp/file", "-").succeeded());
        ContainerDetails old = engine.containers().inspect(id);
        assertEquals("web-old", old.name());
        assertEquals(ContainerState.EXITED, old.condition().state());
        assertEquals("no", old.hostConfig().restartPolicy().name());

        new Recreation(engine).undo(made);

        ContainerDetails back = engine.containers().inspect("web");
        assertEquals(id, back.id());
        assertEquals(ContainerState.RUNNING, back.condition().state());
        assertEquals("always", back.hostConfig().restartPolicy().name());
        assertTrue(real.tryDocker("cp", "web:/tmp/file", "-").succeeded());
        assertEquals(1, real.docker("ps", "-aq").lines().count());
    }

    @Test
    void whatFailsIsTakenBackWhole() throws Exception {
        String id = real.docker(
                        "run",
                        "-d",
                        "--stop-signal",
                        "KILL",
                        "--name",
                        "web",
                        "--restart",
                        "unless-stopped",
                        TestImages.HTTPD)
                .strip();
        real.docker("run", "-d", "--name", "other", "-p", "127.0.0.1:18077:80", TestImages.HTTPD);
        ContainerEdit edit = ContainerEdit.of(engine, id);
        for (RunSpec impossible : List.of(
                edit.line().with(RunFlag.NETWORK, List.of("nowhere")),
                edit.line().with(RunFlag.PUBLISH, List.of("127.0.0.1:18077:80")),
                edit.line().withCommand(List.of("/no/such/program")),
                edit.line().withImage("quayside/missing:1"))) {
            assertThrows(EngineException.class, () -> edit.to(impossible, HERE).recreate(engine, true));

            ContainerDetails after = engine.containers().inspect("web");
            assertEquals(id, after.id());
            assertEquals(ContainerState.RUNNING, after.condition().state());
            assertEquals("unless-stopped", after.hostConfig().restartPolicy().name());
            assertEquals(2, real.docker("ps", "-aq").lines().count());
        }
    }

    @Test
    void whatCanChangeWhileItRunsDoes() throws Exception {
        String id = real.docker(
                        "run",
                        "-d",
                        "--stop-signal",
                        "KILL",
                        "--name",
                        "web",
                        "-m",
                        "64m",
                        "--network",
                        "shop",
                        TestImages.HTTPD)
                .strip();
        ContainerEdit edit = ContainerEdit.of(engine, id);
        RunSpec wanted = edit.line()
                .with(RunFlag.MEMORY, "128m")
                .with(RunFlag.CPUS, "0.5")
                .with(RunFlag.RESTART, "on-failure:3")
                .with(RunFlag.NAME, "web2")
                .with(RunFlag.NETWORK, List.of("shop", "name=Back,alias=b"));

        ContainerEdit.Change change = edit.to(wanted, HERE);
        assertFalse(change.needsNew());
        change.applyLive(engine);

        ContainerDetails now = engine.containers().inspect(id);
        assertEquals("web2", now.name());
        assertEquals(ContainerState.RUNNING, now.condition().state());
        assertEquals(128L << 20, now.hostConfig().resources().memory());
        assertEquals(500_000_000, now.hostConfig().resources().nanoCpus());
        assertEquals("on-failure", now.hostConfig().restartPolicy().name());
        assertTrue(now.network().networks().get("Back").aliases().contains("b"));

        ContainerEdit.Change back = ContainerEdit.of(engine, id)
                .to(ContainerEdit.of(engine, id).line().with(RunFlag.NETWORK, List.of("shop")), HERE);
        assertFalse(back.needsNew());
        back.applyLive(engine);
        assertFalse(engine.containers().inspect(id).network().networks().containsKey("Back"));
        assertTrue(ContainerEdit.of(engine, id)
                .to(ContainerEdit.of(engine, id).line(), HERE)
                .isNothing());
        assertTrue(ContainerEdit.of(engine, id)
                .to(ContainerEdit.of(engine, id).line().with(RunFlag.MEMORY, ""), HERE)
                .needsNew());
    }

    @Test
    void aNewerImageBringsItsOwnSettings() throws Exception {
        real.docker("tag", TestImages.HTTPD, "quayside/moving:1");
        String id = real.docker(
                        "run", "-d", "--stop-signal", "KILL", "--name", "web", "-e", "OWN=1", "quayside/moving:1")
                .strip();
        String newer = real.docker(
                        "commit",
                        "--change",
                        "ENV SERVES=/new NEWER=1",
                        "--change",
                        "LABEL v=2",
                        id,
                        "quayside/moving:1")
                .strip();
        assertFalse(ContainerEdit.of(engine, id).hasNewestImage());

        // A change of something else doesn't bring another image.
        ContainerEdit edit = ContainerEdit.of(engine, id);
        Replacement same =
                edit.to(edit.line().with(RunFlag.ENV, List.of("OWN=2")), HERE).recreate(engine, false);
        assertEquals(
                edit.details().imageId(), engine.containers().inspect("web").imageId());
        new Recreation(engine).undo(same);

        edit.onImage("quayside/moving:1").recreate(engine, false);

        ContainerDetails now = engine.containers().inspect("web");
        assertEquals(newer, now.imageId());
        assertEquals(
                List.of("NEWER=1", "OWN=1", "SERVES=/new"),
                now.config().env().stream().sorted().toList());
        assertEquals("2", now.labels().get("v"));
        real.docker("rm", "-f", "web", "web-old");
        real.docker("rmi", "quayside/moving:1");
    }

    @Test
    void oneThatIsRemovedWhenItStopsIsLeftAlone() throws Exception {
        String id = real.docker("run", "-d", "--rm", "--name", "web", TestImages.HTTPD)
                .strip();
        ContainerEdit edit = ContainerEdit.of(engine, id);
        NotPossibleException refused = assertThrows(
                NotPossibleException.class,
                () -> edit.onImage(TestImages.BUSYBOX).recreate(engine, false));
        assertEquals("web is removed by the engine when it stops, so that it couldn't come back.", refused.why());
        assertEquals(id, engine.containers().inspect("web").id());
        assertEquals(
                ContainerState.RUNNING,
                engine.containers().inspect("web").condition().state());
    }

    @Test
    void theNewOneSaysWhatItReplacedAndTheNextOneOnlyThat() throws Exception {
        String id = real.docker(
                        "run",
                        "-d",
                        "--stop-signal",
                        "KILL",
                        "--name",
                        "web",
                        "--restart",
                        "on-failure:3",
                        TestImages.HTTPD)
                .strip();
        Replacement made =
                ContainerEdit.of(engine, id).onImage(TestImages.HTTPD).recreate(engine, false);
        Replacement.Aside aside = Replacement.Aside.of(
                        engine.containers().inspect("web").labels())
                .orElseThrow();
        assertEquals(made, aside.by(made.newId(), "web"));
        assertFalse(RunLine.render(ContainerEdit.of(engine, "web").line()).contains("io.quayside"));
        Replacement next =
                ContainerEdit.of(engine, "web").onImage(TestImages.HTTPD).recreate(engine, false);
        assertEquals(
                made.newId(),
                Replacement.Aside.of(engine.containers().inspect("web").labels())
                        .orElseThrow()
                        .oldId());
        assertEquals("web-old-2", next.aside());
    }
}
