package io.quayside.engine.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.build.BuildEvent;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestCompose;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/// Projects on real engines, through the oldest and the newest Docker Compose there is.
@Timeout(180)
@ParameterizedClass
@CsvSource({"DOCKER_20_10, OLDEST", "DOCKER_28_5, NEWEST", "DOCKER_26_1, OLDEST"})
class ComposeTest {
    @Parameter(0)
    EngineKind kind;

    @Parameter(1)
    TestCompose program;

    @TempDir
    Path folder;

    private final List<ComposeEvent> events = new CopyOnWriteArrayList<>();
    private TestEngine daemon;
    private Compose compose;
    private ComposeSource source;
    private String project;

    @BeforeEach
    void open() throws Exception {
        daemon = TestEngines.shared(kind);
        TestImages.ensure(daemon);
        ComposeProgram found = ComposeProgram.find(Map.of(
                "PATH", program.folder().toString(),
                "DOCKER_HOST", "unix:///nowhere.sock",
                "COMPOSE_FILE", "nowhere.yaml",
                "COMPOSE_PROJECT_NAME", "nobody",
                "WORD", "of the environment"));
        assertEquals(program == TestCompose.NEWEST, found.json(), found::toString);
        compose = new Compose(found, new EngineEndpoint.UnixSocket(daemon.socket()), List.of());
        project = "view-" + Long.toHexString(System.nanoTime());
        source = ComposeSource.of(folder.resolve("compose.yaml")).withName(project);
    }

    @AfterEach
    void close() throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), "services: {a: {image: \"" + TestImages.BUSYBOX + "\"}}");
        compose.run(source, new ComposeAction.Down(true, true), event -> {});
        daemon.removeContainers();
    }

    private void file(String text) throws Exception {
        Files.writeString(folder.resolve("compose.yaml"), text.replace("IMAGE", TestImages.BUSYBOX));
    }

    private void run(ComposeAction action) throws Exception {
        events.clear();
        compose.run(source, action, events::add);
    }

    private List<ComposeEvent.Changed> changes(ComposeEvent.Stand stand) {
        return events.stream()
                .filter(ComposeEvent.Changed.class::isInstance)
                .map(ComposeEvent.Changed.class::cast)
                .filter(change -> change.stand() == stand)
                .toList();
    }

    private String state(String service, int number) {
        return daemon.docker("inspect", "--format", "{{.State.Status}}", container(service, number))
                .strip();
    }

    private String container(String service, int number) {
        return project + "-" + service + "-" + number;
    }

    private static final String TWO = """
            services:
              web:
                image: IMAGE
                command: ["sleep", "1000"]
                stop_grace_period: 0s
                environment: {WORD: "${WORD}", OTHER: "${OTHER-other}"}
                depends_on: {db: {condition: service_healthy}}
              db:
                image: IMAGE
                command: ["sleep", "1000"]
                stop_grace_period: 0s
                healthcheck: {test: ["CMD", "true"], interval: 1s}
                volumes: ["data:/data"]
              report:
                image: IMAGE
                command: ["true"]
                profiles: [reports]
            volumes: {data: {}}
            """;

    @Test
    void projectComesUpIsPlannedChangedAndTakenDown() throws Exception {
        file(TWO);
        ComposePlan first = compose.plan(source, ComposeAction.Up.all());
        assertEquals(ComposePlan.Change.CREATED, change(first, container("web", 1)));
        assertEquals(ComposePlan.Change.CREATED, change(first, container("db", 1)));
        assertEquals(
                "",
                daemon.docker("ps", "-aq", "--filter", "label=com.docker.compose.project=" + project)
                        .strip());

        run(ComposeAction.Up.all());

        assertEquals("running", state("web", 1));
        assertEquals(
                "of the environment",
                daemon.docker("exec", container("web", 1), "sh", "-c", "echo $WORD")
                        .strip());
        List<ComposeEvent.Changed> done = changes(ComposeEvent.Stand.DONE);
        assertTrue(
                done.stream()
                        .anyMatch(change -> change.kind() == ComposeEvent.Kind.CONTAINER
                                && change.name().equals(container("db", 1))
                                && change.status().equals("Healthy")),
                events::toString);
        assertTrue(
                done.stream()
                        .anyMatch(change -> change.kind() == ComposeEvent.Kind.VOLUME
                                && change.name().equals(project + "_data")),
                events::toString);
        assertTrue(changes(ComposeEvent.Stand.FAILED).isEmpty(), events::toString);

        ComposePlan nothing = compose.plan(source, ComposeAction.Up.all());
        assertEquals(ComposePlan.Change.UNCHANGED, change(nothing, container("web", 1)));

        file(TWO.replace("-other}", "-changed}"));
        ComposePlan changed = compose.plan(source, ComposeAction.Up.all());
        assertEquals(ComposePlan.Change.RECREATED, change(changed, container("web", 1)));
        assertEquals(ComposePlan.Change.UNCHANGED, change(changed, container("db", 1)));
        assertEquals(
                List.of(),
                changed.steps().stream()
                        .filter(step -> step.name().contains("_" + project))
                        .filter(step -> step.kind() == ComposeEvent.Kind.CONTAINER)
                        .toList());

        run(new ComposeAction.Stop(Set.of("web")));
        assertEquals("exited running", state("web", 1) + " " + state("db", 1));
        run(new ComposeAction.Start(Set.of("web")));
        assertEquals("running", state("web", 1));
        run(new ComposeAction.Scale("web", 2));
        assertEquals("running", state("web", 2));

        run(new ComposeAction.Down(false, false));
        assertEquals(
                "",
                daemon.docker("ps", "-aq", "--filter", "label=com.docker.compose.project=" + project)
                        .strip());
        assertTrue(daemon.docker("volume", "ls", "-q").contains(project + "_data"));
        run(new ComposeAction.Down(true, false));
        assertFalse(daemon.docker("volume", "ls", "-q").contains(project + "_data"));
    }

    private static ComposePlan.Change change(ComposePlan plan, String name) {
        return plan.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " isn't in " + plan))
                .change();
    }

    @Test
    void filesAreReadAsDockerComposeUnderstandsThem() throws Exception {
        Files.writeString(folder.resolve(".env"), "TAG=2.0\n");
        Files.writeString(
                folder.resolve("base.yaml"), "services: {base: {image: \"base:${TAG}\", ports: [\"8080:80\"]}}");
        file("""
                include: [base.yaml]
                services:
                  web:
                    build: {context: ., target: x}
                    depends_on: [base]
                    deploy: {replicas: 3}
                    ports: ["127.0.0.1:9090-9091:90-91/udp", "70"]
                    networks: [front]
                    volumes: ["data:/data", ".:/here"]
                  report: {image: "report:${MISSING}", profiles: [reports]}
                networks: {front: {name: real-front}}
                volumes: {data: {}}
                """);

        ComposeModel model = compose.read(source);

        assertEquals(project, model.name());
        assertEquals(Set.of("reports"), model.profiles());
        assertEquals("real-front", model.networks().get("front"));
        assertEquals(project + "_data", model.volumes().get("data"));
        assertTrue(model.warnings().toString().contains("MISSING"), model::toString);
        ComposeService web = model.service("web").orElseThrow();
        assertEquals(
                folder.toRealPath().toString(),
                Path.of(web.build().orElseThrow()).toRealPath().toString());
        assertEquals(3, web.replicas());
        assertEquals(List.of("127.0.0.1:9090:90/udp", "127.0.0.1:9091:91/udp", "70/tcp"), web.ports());
        assertEquals(Map.of("base", "service_started"), web.dependsOn());
        assertEquals(Set.of("data"), web.volumes());
        assertEquals(Set.of("front"), web.networks());
        assertEquals("base:2.0", model.service("base").orElseThrow().image());
        assertFalse(model.service("report").orElseThrow().isOn(Set.of()));
        assertTrue(compose.resolved(source).contains("base:2.0"));
    }

    @Test
    void filesThatCantBeUsedAreSaidInItsWords() throws Exception {
        file("services:\n  web:\n   image: [\n  x: 1\n");
        ComposeException.File broken = assertThrows(ComposeException.File.class, () -> compose.read(source));
        assertTrue(broken.line().isPresent(), broken::getMessage);

        file("services: {web: {image: IMAGE, port: [\"80:80\"]}}");
        ComposeException.File unknown = assertThrows(ComposeException.File.class, () -> compose.read(source));
        assertTrue(unknown.words().contains("port"), unknown::words);

        file("services: {web: {image: \"${NEED:?must be there}\"}}");
        ComposeException.File needs = assertThrows(ComposeException.File.class, () -> compose.read(source));
        assertTrue(needs.words().contains("must be there"), needs::words);

        Files.delete(folder.resolve("compose.yaml"));
        ComposeException gone = assertThrows(ComposeException.File.class, () -> compose.read(source));
        assertTrue(gone.words().contains("compose.yaml"), gone::words);
    }

    @Test
    void serviceThatNeverGetsHealthyFailsTheUpAndLeavesTheRest() throws Exception {
        file("""
                services:
                  web: {image: IMAGE, command: ["sleep", "1000"], depends_on: {db: {condition: service_healthy}}}
                  db:
                    image: IMAGE
                    command: ["sleep", "1000"]
                    stop_grace_period: 0s
                    healthcheck: {test: ["CMD", "false"], interval: 100ms, retries: 1}
                """);
        ComposeException.Failed failed = assertThrows(ComposeException.Failed.class, () -> run(ComposeAction.Up.all()));
        assertTrue(failed.words().contains("unhealthy"), failed::words);
        assertEquals("running created", state("db", 1) + " " + state("web", 1));
    }

    @Test
    void buildsAreToldAndFailWithTheirWords() throws Exception {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + TestImages.BUSYBOX + "\nRUN echo be-gun; false\n");
        file("services: {web: {build: .}}");

        assertThrows(ComposeException.Failed.class, () -> run(ComposeAction.Up.all()));

        int run = events.stream()
                .filter(event -> event instanceof ComposeEvent.Built(BuildEvent.StepAdded step)
                        && step.stage().equals("web")
                        && step.number() == 2
                        && step.instruction().startsWith("RUN echo"))
                .map(event -> ((BuildEvent.StepAdded) ((ComposeEvent.Built) event).event()).step())
                .findFirst()
                .orElseThrow(() -> new AssertionError(events.toString()));
        assertTrue(
                events.stream()
                        .anyMatch(event -> event instanceof ComposeEvent.Built(BuildEvent.Output(int step, String text))
                                && step == run
                                && text.equals("be-gun\n")),
                events::toString);
        assertTrue(
                events.stream()
                        .anyMatch(event -> event instanceof ComposeEvent.Built(BuildEvent.StepEnded ended)
                                && ended.step() == run
                                && ended.failure().isPresent()),
                events::toString);
    }

    @Test
    void cancelledUpEndsAndWhatIsThereStays() throws Exception {
        file("""
                services:
                  web: {image: IMAGE, command: ["sleep", "1000"], depends_on: {db: {condition: service_healthy}}}
                  db:
                    image: IMAGE
                    command: ["sleep", "1000"]
                    stop_grace_period: 0s
                    healthcheck: {test: ["CMD", "false"], interval: 1s, retries: 100000}
                """);
        FutureTask<Boolean> up = new FutureTask<>(() -> {
            run(ComposeAction.Up.all());
            return true;
        });
        Thread thread = Thread.ofVirtual().start(up);
        while (events.stream()
                .noneMatch(event -> event instanceof ComposeEvent.Changed changed
                        && changed.status().equals("Waiting"))) {
            assertFalse(up.isDone(), events::toString);
            LockSupport.parkNanos(5_000_000);
        }

        thread.interrupt();

        ExecutionException e = assertThrows(ExecutionException.class, up::get);
        assertInstanceOf(InterruptedException.class, e.getCause());
        assertEquals("running created", state("db", 1) + " " + state("web", 1));
    }
}
