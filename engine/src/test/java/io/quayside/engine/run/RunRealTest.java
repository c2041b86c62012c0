package io.quayside.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.CreateOptions;
import io.quayside.testing.command.Command;
import io.quayside.testing.command.CommandResult;
import io.quayside.testing.command.MachineLock;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Compares what the real `docker create` and Quayside make of the same line, on a real engine, field by field.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunRealTest {
    @RegisterExtension
    static final MachineLock LOCK = MachineLock.of("run-lines");

    private static final RunSurroundings HERE = RunSurroundings.ofThisComputer();

    private final TestEngine real = TestEngines.shared(EngineKind.DOCKER_28_5);
    private final Engine engine;

    @TempDir
    private static Path folder = Path.of("");

    RunRealTest() throws EngineException {
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(real.socket()));
    }

    @BeforeAll
    void prepare() throws IOException {
        real.removeContainers();
        TestImages.ensure(real);
        real.docker("network", "create", "--subnet", "10.213.7.0/24", "shop");
        real.docker("network", "create", "Back");
        real.docker(
                "run",
                "-d",
                "--name",
                "target",
                "--ipc",
                "shareable",
                "-v",
                "/kept",
                TestImages.BUSYBOX,
                "sleep",
                "600");
        Files.writeString(
                folder.resolve("env"), "# comment\nFROM_FILE=1\n  INDENTED=two words\nHOME\nNOT_SET_ANYWHERE\n");
        Files.writeString(folder.resolve("labels"), "file.label=yes\nalone\n");
        Files.writeString(folder.resolve("seccomp.json"), "{ \"defaultAction\": \"SCMP_ACT_ALLOW\" }\n");
    }

    @AfterAll
    void tidy() {
        engine.close();
        real.removeContainers();
    }

    @Test
    void quaysideMakesOfALineWhatDockerMakes() throws Exception {
        List<String> differences = new ArrayList<>();
        for (String line : RunMatrix.lines(folder.toString())) {
            Facts docker = facts(byDocker(line));
            RunSpec spec = RunLine.parse("docker create " + line, HERE).spec();
            Facts ours = facts(create(spec));
            docker.differencesTo(ours).forEach(difference -> differences.add(line + "\n    " + difference));
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void aContainerGivesTheLineThatMakesItAgain() throws Exception {
        List<String> differences = new ArrayList<>();
        for (String line : RunMatrix.lines(folder.toString())) {
            ContainerDetails first = engine.containers().inspect(byDocker(line));
            RunSpec spec = SpecWriter.write(
                    first, engine.images().inspect(first.imageId()).config());
            Facts before = facts(first.id());
            RunSpec again = RunLine.parse(RunLine.render(spec), HERE).spec();
            assertEquals(spec, again);
            Facts after = facts(create(again.with(RunFlag.NAME, "")));
            before.differencesTo(after)
                    .forEach(difference ->
                            differences.add(line + "\n    " + RunLine.render(spec) + "\n    " + difference));
        }
        assertEquals("", String.join("\n", differences));
    }

    @Test
    void whatWasRunIsInTheContainersLine() throws Exception {
        String id = real.docker(
                        "run",
                        "-d",
                        "--name",
                        "again",
                        "-p",
                        "18087:80",
                        "-e",
                        "A=1",
                        "-m",
                        "64m",
                        "--network",
                        "shop",
                        "--network-alias",
                        "web",
                        "-v",
                        "data:/data",
                        TestImages.HTTPD)
                .strip();
        ContainerDetails details = engine.containers().inspect(id);
        ContainerConfig image = engine.images().inspect(details.imageId()).config();

        assertEquals(
                """
                docker run -d \\
                  --name again \\
                  -p 18087:80 \\
                  -e A=1 \\
                  -v data:/data \\
                  --network shop \\
                  --network-alias web \\
                  --memory 64m \\
                  quayside/httpd:1""",
                // Which cgroup namespace is usual depends on the machine.
                RunLine.render(SpecWriter.write(details, image).with(RunFlag.CGROUPNS, "")));
    }

    private Facts facts(String id) throws EngineException {
        return Facts.of(engine.containers().inspect(id));
    }

    /// Both with the same answer: an id, or a refusal by the engine.
    private String create(RunSpec spec) throws EngineException, RunException {
        ContainerPlan plan = ContainerPlan.of(spec, HERE);
        return engine.containers()
                .create(plan.spec(), new CreateOptions("", plan.options().platform()))
                .id();
    }

    private String byDocker(String line) {
        CommandResult result = Command.of("sh", "-c", "docker --host " + real.host() + " create " + line)
                .run()
                .orFail();
        return result.output().strip();
    }
}
