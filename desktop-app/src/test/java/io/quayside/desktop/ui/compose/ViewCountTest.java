package io.quayside.desktop.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.compose.ComposeRecord.Outcome;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestCompose;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The project of a first Docker course, done with the window: a page that counts its views in a real redis.
class ViewCountTest extends OnProjects {
    private static final String FILE = """
            services:
              web:
                build: .
                ports: ["80"]
                depends_on:
                  redis: {condition: service_healthy}
                stop_grace_period: 0s
              redis:
                image: quayside/redis:1
                command: ["redis-server", "--bind", "*", "--protected-mode", "no", "--appendonly", "yes"]
                volumes: ["./data:/data"]
                stop_grace_period: 5s
                healthcheck: {test: ["CMD", "redis-benchmark", "-q", "-n", "1", "-c", "1"], interval: 1s, timeout: 20s, retries: 20}
            """;

    @AfterEach
    void newest() {
        page.useCompose(TestCompose.NEWEST.folder().resolve("docker-compose"));
    }

    @ParameterizedTest
    @EnumSource(TestCompose.class)
    void aPageCountsItsViewsAndGoesOnAfterDownAndUp(TestCompose program) throws Exception {
        page.useCompose(program.folder().resolve("docker-compose"));
        TestImages.ensureRedis(engine);
        Path file = file(FILE);
        Path project = file.getParent();
        Files.createDirectory(project.resolve("data"));
        Files.writeString(
                project.resolve("Dockerfile"), "FROM " + TestImages.HTTPD + "\nCOPY hits /www/cgi-bin/hits\n");
        Path hits = project.resolve("hits");
        Files.writeString(hits, """
                #!/bin/sh
                printf 'Content-Type: text/plain\\r\\n\\r\\n'
                printf 'INCR hits\\r\\nQUIT\\r\\n' | nc redis 6379
                """);
        Files.setPosixFilePermissions(hits, PosixFilePermissions.fromString("rwxr-xr-x"));

        openFile(file);
        page.await("that it isn't up", () -> says("Not started") && says("web") && says("redis"));
        press("project-up");
        page.await(
                "the panel",
                () -> says("Bringing up")
                        || run().filter(run -> !run.isRunning()).isPresent());
        assertEquals(Outcome.DONE, over().outcome(), () -> over().words());
        assertEquals("running", state("web-1"));
        assertTrue(
                run().orElseThrow().items().stream()
                        .filter(item -> item.name().equals("web"))
                        .flatMap(item -> item.steps().stream())
                        .anyMatch(step -> step.text().startsWith("COPY hits")),
                () -> run().orElseThrow().items().toString());
        page.await("both run", () -> says("2 of 2 services ready") && says("localhost:"));
        assertEquals(1, count());
        assertEquals(2, count());

        press("project-down");
        page.await(
                "what goes",
                () -> says("Take " + name + " down?") && says(name + "-redis-1") && says(name + "_default"));
        press("compose-down-act");
        page.await(
                "it is down",
                () -> run().filter(run -> run.items().toString().contains("Removed"))
                        .isPresent());
        assertEquals(Outcome.DONE, over().outcome());
        assertEquals("", state("web-1"));
        page.await("it is still listed", () -> says("Not started"));

        press("project-up");
        page.await("up again", () -> state("web-1").equals("running"));
        assertEquals(Outcome.DONE, over().outcome(), () -> over().words());
        assertEquals(3, count(), "the data outlived the containers");
        page.go("project/" + name + "/history");
        page.await("what was done", () -> says("docker compose up --detach") && says("docker compose down"));
        page.go("project/" + name);
        press("project-down");
        press("compose-down-act");
        page.await("it is down", () -> state("web-1").isEmpty());
        over();
    }

    private String id(String container) {
        return engine.tryDocker("inspect", "--format", "{{.Id}}", name + "-" + container)
                .output()
                .strip();
    }

    /// Opens the page once, as another container of the project's network would.
    private int count() {
        String answer = engine.docker("exec", name + "-web-1", "wget", "-qO-", "http://web/cgi-bin/hits");
        assertTrue(answer.startsWith(":"), answer);
        return Integer.parseInt(
                answer.lines().findFirst().orElse("").substring(1).strip());
    }

    @Test
    void volumesGoOnlyWhenAskedAndTyped() throws Exception {
        Path file = file("""
                services:
                  keeper:
                    image: IMAGE
                    command: ["sleep", "1000"]
                    stop_grace_period: 0s
                    volumes: ["data:/data"]
                volumes: {data: {}}
                """);
        openFile(file);
        press("project-up");
        assertEquals(Outcome.DONE, over().outcome());
        String first = id("keeper-1");
        page.await("it runs", () -> says("Running"));
        Files.writeString(
                file,
                Files.readString(file).replace("    volumes: [", "    environment: {COLOUR: blue}\n    volumes: ["));
        page.await("what changed", () -> says("COLOUR") && says("compose.yaml changed"));
        assertEquals(first, id("keeper-1"), "nothing is done unasked");
        press("compose-drift-apply");
        page.await(
                "it is another one",
                () -> !id("keeper-1").isEmpty() && !id("keeper-1").equals(first));
        assertEquals(Outcome.DONE, over().outcome());
        assertEquals(
                "blue",
                engine.docker("exec", name + "-keeper-1", "sh", "-c", "echo $COLOUR")
                        .strip());
        page.await("nothing is left to say", () -> !says("COLOUR"));
        String volume = name + "_data";
        page.await(
                "the volume",
                () -> page.session().mirror().snapshot().volumes().orElseThrow().stream()
                        .anyMatch(one -> one.name().equals(volume)));
        page.await("it runs", () -> says("Running"));
        press("project-down");
        page.await("the question", () -> says("Also delete volumes: " + volume));
        Fx.run(() -> page.find("compose-down-volumes", CheckBox.class).fire());
        ActionButton act = page.find("compose-down-act", ActionButton.class);
        assertFalse(Fx.call(act::isAvailable), "the name isn't typed yet");
        Fx.run(() -> page.find("compose-down-typed", TextField.class).setText(name));
        press("compose-down-act");
        page.await(
                "all is gone",
                () -> engine.tryDocker("volume", "inspect", volume).exitCode() != 0);
        assertEquals(Outcome.DONE, over().outcome());
    }
}
