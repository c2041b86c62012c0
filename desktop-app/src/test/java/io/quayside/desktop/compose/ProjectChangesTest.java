package io.quayside.desktop.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.model.ContainerReader;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.compose.Compose;
import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposePlan;
import io.quayside.engine.compose.ComposeProgram;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestCompose;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an Up would do and why, by the real Docker Compose on a real engine.
class ProjectChangesTest {
    private static final String PLAIN = """
            services:
              web:
                image: IMAGE
                command: ["sleep", "1000"]
                network_mode: none
                stop_signal: KILL
            """;

    @TempDir
    Path folder;

    private TestEngine daemon;
    private Engine engine;
    private ComposeSource source;

    @BeforeEach
    void open() throws Exception {
        daemon = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(daemon);
        EngineEndpoint socket = new EngineEndpoint.UnixSocket(daemon.socket());
        engine = EngineFactory.connect(socket);
        source = ComposeSource.of(folder.resolve("compose.yaml")).withName("changes");
    }

    @AfterEach
    void close() {
        daemon.removeContainers();
        engine.close();
    }

    @Test
    void whatOnlyDockerComposeComparesIsSomethingElse() throws Exception {
        Compose compose = compose();
        file(PLAIN);
        compose.run(source, ComposeAction.Up.all(), event -> {});
        assertEquals(List.of(), why(compose, ComposePlan.Change.UNCHANGED));
        file(PLAIN + "    oom_score_adj: 100\n");
        assertEquals(List.of("something else of its definition changed"), why(compose, ComposePlan.Change.RECREATED));
        file(PLAIN + "    oom_score_adj: 100\n    hostname: other\n");
        assertEquals(List.of("hostname other"), why(compose, ComposePlan.Change.RECREATED), "what can be told is told");
    }

    /// Each version counts its hash in its own way, so that it can take containers of another one for changed.
    @Test
    void whatAnotherVersionMadeIsSaidToBeThat() throws Exception {
        file(PLAIN);
        List<String> words = new ArrayList<>(
                List.of("run", "-d", "--network", "none", "--stop-signal", "KILL", "--name", "changes-web-1"));
        Map.of(
                        "project", "changes",
                        "service", "web",
                        "container-number", "1",
                        "oneoff", "False",
                        "version", "1.0.0",
                        "config-hash", "none",
                        "project.working_dir", folder.toString(),
                        "project.config_files", folder.resolve("compose.yaml").toString())
                .forEach((key, value) -> words.addAll(List.of("--label", "com.docker.compose." + key + "=" + value)));
        words.addAll(List.of(TestImages.BUSYBOX, "sleep", "1000"));
        daemon.docker(words.toArray(String[]::new));
        assertEquals(
                List.of("it was made by Docker Compose 1.0.0, which tells changes in its own way"),
                why(compose(), ComposePlan.Change.RECREATED));
    }

    private void file(String text) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), text.replace("IMAGE", TestImages.BUSYBOX));
    }

    private Compose compose() throws Exception {
        ComposeProgram program =
                ComposeProgram.find(Map.of("PATH", TestCompose.NEWEST.folder().toString()));
        return new Compose(program, new EngineEndpoint.UnixSocket(daemon.socket()), List.of());
    }

    private List<String> why(Compose compose, ComposePlan.Change expected) throws Exception {
        ProjectChanges.Service web = ProjectChanges.of(compose, engine, source, containers())
                .services()
                .getFirst();
        assertEquals("web " + expected, web.name() + " " + web.change());
        return web.why();
    }

    private List<Container> containers() throws EngineException {
        List<Container> all = new ArrayList<>();
        for (ContainerSummary each : engine.containers().list(ContainerFilter.everything())) {
            all.add(ContainerReader.of(engine.containers().inspect(each.id())));
        }
        return all;
    }
}
