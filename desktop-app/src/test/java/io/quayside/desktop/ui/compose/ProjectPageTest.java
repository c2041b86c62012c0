package io.quayside.desktop.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.compose.ComposeRecord.Outcome;
import io.quayside.desktop.compose.ComposeRun;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The page of a project on a real engine with a real Docker Compose: what is done here, the engine says afterwards.
class ProjectPageTest extends OnProjects {
    @AfterEach
    void takeDown() {
        run().filter(ComposeRun::isRunning).ifPresent(run -> run.task().cancel());
        page.await("nothing is at work", () -> run().stream().noneMatch(ComposeRun::isRunning));
        engine.removeContainers();
        engine.docker("network", "prune", "--force");
        engine.docker("volume", "prune", "--force");
    }

    @Test
    void aProjectWithHealthProfilesSecretsConfigsNetworksAndSeveralContainersGoesUpAndDown() throws Exception {
        Path file = file("""
                services:
                  gate:
                    image: IMAGE
                    command: ["httpd", "-f", "-p", "80", "-h", "/etc"]
                    stop_grace_period: 0s
                    networks: [front, back]
                    depends_on: {worker: {condition: service_started}, setup: {condition: service_completed_successfully}}
                    configs: [{source: rules, target: /etc/rules}]
                  worker:
                    image: IMAGE
                    command: ["sleep", "1000"]
                    stop_grace_period: 0s
                    networks: [back]
                    deploy: {replicas: 3}
                    secrets: [token]
                    depends_on: {base: {condition: service_healthy}}
                  base:
                    image: IMAGE
                    command: ["sleep", "1000"]
                    stop_grace_period: 0s
                    networks: [back]
                    healthcheck: {test: ["CMD", "true"], interval: 1s}
                  setup:
                    image: IMAGE
                    command: ["true"]
                    networks: [back]
                  report:
                    image: IMAGE
                    command: ["sleep", "1000"]
                    stop_grace_period: 0s
                    networks: [back]
                    profiles: [reports]
                networks: {front: {}, back: {}}
                secrets: {token: {file: ./token}}
                configs: {rules: {file: ./rules}}
                """);
        Files.writeString(file.resolveSibling("token"), "s3cret\n");
        Files.writeString(file.resolveSibling("rules"), "be kind\n");
        openFile(file);
        page.await("what is on", () -> says("4 of 5 enabled") && says("Profile is off"));
        press("project-up");
        assertEquals(Outcome.DONE, over().outcome(), () -> over().words());
        page.await("three workers", () -> says("3 of 3 running"));
        assertEquals("", state("report-1"));
        assertEquals(
                "be kind",
                engine.docker("exec", name + "-gate-1", "wget", "-qO-", "http://gate/rules")
                        .strip());
        assertEquals(
                "s3cret",
                engine.docker("exec", name + "-worker-2", "cat", "/run/secrets/token")
                        .strip());

        Fx.run(() -> page.project().model().profile("reports", true));
        page.await("it takes part", () -> says("Profiles: reports"));
        press("project-up");
        page.await("the report runs", () -> state("report-1").equals("running"));
        assertEquals(Outcome.DONE, over().outcome());

        page.go("project/" + name);
        page.await("the table", () -> page.root().lookup("#services-table") != null);
        Fx.run(() -> page.project().scale("worker"));
        page.await("the question", () -> page.root().lookup("#compose-scale-number") != null);
        page.await("what runs", () -> says("3 containers run now."));
        Fx.run(() -> page.find("compose-scale-number", TextField.class).setText("x"));
        assertFalse(
                Fx.call(() -> page.find("compose-scale-act", ActionButton.class).isAvailable()));
        Fx.run(() -> page.find("compose-scale-number", TextField.class).setText("1"));
        press("compose-scale-act");
        page.await(
                "one worker",
                () -> state("worker-2").isEmpty() && state("worker-3").isEmpty());
        assertEquals(Outcome.DONE, over().outcome());
        assertEquals("running", state("worker-1"));
        assertEquals("running", state("gate-1"), "others stay as they are");

        press("project-down");
        press("compose-down-act");
        page.await(
                "all are gone",
                () -> state("gate-1").isEmpty() && state("report-1").isEmpty());
        assertEquals(Outcome.DONE, over().outcome());
        assertFalse(engine.docker("network", "ls", "--format", "{{.Name}}").contains(name));
    }

    @Test
    void aFileThatCantBeUnderstoodIsShownWithItsErrorAndReadAgainOnceItIsMended() throws Exception {
        Path file = file("services:\n  web:\n    image: [\n");
        page.go("compose");
        page.openFrom(file);
        page.await("the page", () -> page.root().lookup("#compose-open") != null);
        Fx.run(() -> page.find("compose-open", ActionButton.class).fire());
        page.awaitEqual("its page", "project/" + name, page::address);
        page.await("what is wrong", () -> says("Couldn't read the files of " + name + "."));
        Files.writeString(file, "services: {web: {image: quayside/busybox:1}}\n");
        page.await("its service", () -> says("Not started") && !says("Couldn't read the files"));
        Files.delete(file);
        page.await("that it is gone", () -> says("compose.yaml is no longer at"));
        assertFalse(Fx.call(() -> page.find("project-up", ActionButton.class).isAvailable()));
    }

    @Test
    void aServiceThatNeverBecomesHealthyIsWaitedForUntilItIsCancelled() throws Exception {
        openFile(file("""
                services:
                  web:
                    image: IMAGE
                    command: ["sleep", "1000"]
                    depends_on: {sick: {condition: service_healthy}}
                  sick:
                    image: IMAGE
                    command: ["sleep", "1000"]
                    stop_grace_period: 0s
                    healthcheck: {test: ["CMD", "false"], interval: 1s, retries: 1000}
                """));
        press("project-up");
        page.await("what it waits for", () -> says("Waiting until it is ready"));
        press("compose-run-button");
        assertEquals(Outcome.CANCELLED, over().outcome());
        page.await(
                "what stays",
                () -> says("Up: cancelled")
                        && says("Done before, and stays: " + name + "_default, sick, web.")
                        && says("0 of 2 services ready"));
        assertEquals("running", state("sick-1"));
        page.await(
                "it can be closed",
                () -> page.find("compose-run-button", ActionButton.class)
                        .getText()
                        .equals("Close"));
        press("compose-run-button");
        page.await("the panel is gone", () -> !says("Up: cancelled"));
    }

    @Test
    void whatFailsSaysWhyInTheEnginesWords() throws Exception {
        openFile(file("services: {web: {image: localhost:1/nowhere:1}}"));
        press("project-up");
        assertEquals(Outcome.FAILED, over().outcome());
        page.await("why", () -> says("localhost:1 can't be reached.") && says("0 of 1 service ready"));
        page.go("project/" + name + "/history");
        page.await("that it failed", () -> says("docker compose up --detach") && says("localhost:1"));
        assertTrue(run().orElseThrow().problem().isPresent());
    }

    @Test
    void aProjectThatWasStartedOutsideIsListedStoppedAndStartedByItsLabels() throws Exception {
        for (String service : new String[] {"one", "two"}) {
            engine.docker(
                    "run",
                    "-d",
                    "--stop-signal=KILL",
                    "--name",
                    name + "-" + service + "-1",
                    "--label",
                    "com.docker.compose.project=" + name,
                    "--label",
                    "com.docker.compose.service=" + service,
                    "--label",
                    "com.docker.compose.container-number=1",
                    "--label",
                    "com.docker.compose.oneoff=False",
                    "--label",
                    "com.docker.compose.config-hash=none",
                    "--label",
                    "com.docker.compose.project.working_dir=" + folder.resolve("gone"),
                    "--label",
                    "com.docker.compose.project.config_files=" + folder.resolve("gone/compose.yaml"),
                    "quayside/busybox:1",
                    "sleep",
                    "1000");
        }
        page.go("compose");
        page.await("its row", () -> says(name) && says("2 of 2 running"));
        page.go("project/" + name);
        page.await("its services", () -> says("one") && says("two") && says("compose.yaml is no longer at"));
        page.command("project.stop");
        page.await(
                "they stopped",
                () -> state("one-1").equals("exited") && state("two-1").equals("exited"));
        assertEquals(Outcome.DONE, over().outcome(), () -> over().words());
    }
}
