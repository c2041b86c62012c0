package io.quayside.desktop.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.compose.ComposeRecord.Outcome;
import io.quayside.desktop.compose.ComposeRun;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.plugin.DockerPlugIn;
import io.quayside.testing.engine.TestCompose;
import io.quayside.testing.engine.TestImages;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a project gets that asks for what it can't have: the window says what is wrong in words of its own, and who has
/// it.
class BadInputTest extends OnProjects {
    private static final String PLAIN = """
            services:
              web:
                image: IMAGE
                command: ["sleep", "1000"]
                stop_grace_period: 0s
            """;

    @AfterEach
    void takeDown() {
        run().filter(ComposeRun::isRunning).ifPresent(run -> run.task().cancel());
        page.await("nothing is at work", () -> run().stream().noneMatch(ComposeRun::isRunning));
        page.useCompose(TestCompose.NEWEST.folder().resolve("docker-compose"));
        engine.removeContainers();
    }

    /// Changes the file, waits until the window has read it, and brings the project up, which fails.
    ///
    /// @param step another word each time
    /// @param more of the service, and what follows it
    private void failing(Path file, String step, String more) throws Exception {
        Files.writeString(
                file, (PLAIN + "    labels: {step: " + step + "}\n" + more).replace("IMAGE", TestImages.BUSYBOX));
        page.await(
                "the new file is read",
                () -> page.project().model().model().stream()
                        .flatMap(model -> model.services().stream())
                        .anyMatch(service -> service.definition().contains("\"" + step + "\"")));
        run().ifPresent(run -> Fx.run(() -> page.compose().dismiss(run)));
        press("project-up");
        page.await("another run", () -> run().isPresent());
        assertEquals(Outcome.FAILED, over().outcome());
    }

    @Test
    void whoHasWhatAProjectAsksForIsNamed() throws Exception {
        Path file = file(PLAIN);
        openFile(file);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = other.getLocalPort();
            failing(file, "first", "    ports: [\"" + port + ":80\"]\n");
            says("it couldn't have the port", name + "-web-1 couldn't start: port " + port + " is already in use.");
            says(
                    "who has it",
                    "Another program on this computer (java, process "
                            + ProcessHandle.current().pid() + ") is listening on it.");
        }

        String holder = name + "-holder";
        engine.docker("run", "-d", "--name", holder, "-p", "80", TestImages.HTTPD);
        String line = engine.docker("port", holder, "80").lines().findFirst().orElseThrow();
        String port = line.substring(line.lastIndexOf(':') + 1);
        failing(file, "second", "    ports: [\"" + port + ":80\"]\n");
        says("who has it", "The container " + holder + " has published it.");

        failing(file, "third", "    container_name: " + holder + "\n");
        says("who has the name", "The name " + holder + " is taken by a running container.");
        engine.docker("stop", "--time", "0", holder);
        page.await(
                "it is seen",
                () -> page.session().mirror().snapshot().containers().orElseThrow().values().stream()
                        .anyMatch(container -> container.name().equals(holder) && !container.isUp()));
        failing(file, "fourth", "    container_name: " + holder + "\n");
        says("how it is", "The name " + holder + " is taken by a stopped container.");

        engine.docker("network", "create", "--subnet", "10.231.0.0/24", name + "-range");
        page.await(
                "the network is seen",
                () -> page.session().mirror().snapshot().networks().orElseThrow().stream()
                        .anyMatch(network -> network.name().equals(name + "-range")));
        failing(file, "fifth", "networks: {default: {ipam: {config: [{subnet: 10.231.0.0/25}]}}}\n");
        says("the range", "The network " + name + "_default can't be made: its addresses are taken.");
        says("who has it", "10.231.0.0/25 overlaps the network " + name + "-range.");
        firePlain("Show networks");
        page.awaitEqual("the networks", "networks", page::address);
        page.go("project/" + name);
        page.await("the words again", () -> says("overlaps the network"));
        firePlain("Edit file");
        page.awaitEqual("the file", "project/" + name + "/file", page::address);
    }

    @Test
    void whatIsWrongWithTheFilesIsSaidAndAnUpUsesThemAsTheyWereAtItsBeginning() throws Exception {
        Path file = file(PLAIN);
        openFile(file);
        Files.writeString(file, Files.readString(file).replace("command:", "comand:"));
        says("what to do", "Edit file");
        says("the key", "additional properties 'comand' not allowed");
        Files.writeString(file, "services:\n  web: {image: [\n");
        says("the place", "The compose file can't be used, see line 2.");
        Files.writeString(
                file,
                (PLAIN + "    environment: {A: \"${NEEDED:?say how much}\"}\n").replace("IMAGE", TestImages.BUSYBOX));
        says("the variable", "required variable NEEDED is missing a value: say how much");

        Files.writeString(
                file,
                (PLAIN
                                + "    environment: {A: \"${NOT_SET_HERE}\"}\n    healthcheck: {test: [\"CMD\", \"test\", \"-e\", \"/go\"], interval: 1s, retries: 1000}\n"
                                + "  late:\n    image: IMAGE\n    command: [\"sleep\", \"1000\"]\n    stop_grace_period: 0s\n    depends_on: {web: {condition: service_healthy}}\n")
                        .replace("IMAGE", TestImages.BUSYBOX));
        page.await("it can be read", () -> !says("The compose file can't be used.") && says("late"));
        press("project-up");
        page.await("it waits", () -> state("web-1").equals("running"));
        says("the variable", "The \"NOT_SET_HERE\" variable is not set. Defaulting to a blank string.");
        String text = Files.readString(file);
        Files.delete(file);
        says("it is gone", "compose.yaml is no longer at");
        Files.writeString(file, text.replace("[\"sleep\", \"1000\"]", "[\"sleep\", \"2000\"]"));
        page.await("it is there", () -> !says("compose.yaml is no longer at"));
        engine.docker("exec", name + "-web-1", "touch", "/go");
        assertEquals(Outcome.DONE, over().outcome());
        assertEquals(
                "[sleep 1000]",
                engine.docker("inspect", "--format", "{{.Config.Cmd}}", name + "-late-1")
                        .strip());
        page.await("what an Up would change", () -> says("command changed"));
    }

    @Test
    void howToGetDockerComposeIsSaid() throws Exception {
        Path file = file(PLAIN);
        openFile(file);
        Path old = folder.resolve("old");
        Files.writeString(old, "#!/bin/sh\necho 1.29.2\n");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        page.useCompose(folder.resolve("none"));
        // A machine may have one of its own besides.
        if (DockerPlugIn.find(
                        "docker-compose", Map.of("PATH", page.composeFolder().toString()))
                .isEmpty()) {
            Files.writeString(file, Files.readString(file) + "\n");
            says("it is missing", "Docker Compose is missing.");
            says("how to get it", "Install the package docker-compose-plugin or docker-compose-v2");
            press("project-up");
            assertEquals(Outcome.FAILED, over().outcome());
        }
        page.useCompose(old);
        Files.writeString(file, Files.readString(file) + "\n");
        says("it is too old", "is too old. Install version 2 or newer.");
        page.useCompose(TestCompose.NEWEST.folder().resolve("docker-compose"));
        run().ifPresent(run -> Fx.run(() -> page.compose().dismiss(run)));
        firePlain("Try again");
        page.await("it is there", () -> page.project().model().model().isPresent());
        page.await("its service", () -> says("Not started"));
    }

    private static void says(String what, String words) {
        try {
            page.await(what, () -> says(words) || isSaidVerbatim(words));
        } catch (AssertionError e) {
            throw new AssertionError(what + ": " + words + ", but there is: " + Fx.call(OnProjects::shown), e);
        }
    }

    /// Whether it is among the words of Docker Compose or the engine, as they were.
    private static boolean isSaidVerbatim(String words) {
        return page.root().lookupAll(".text-area").stream()
                .filter(TextInputControl.class::isInstance)
                .anyMatch(node -> ((TextInputControl) node).getText().contains(words));
    }

    /// Presses a button by its label.
    private static void firePlain(String label) {
        page.await(label, () -> button(label).isPresent());
        Fx.run(() -> button(label).orElseThrow().fire());
    }

    private static Optional<Button> button(String label) {
        return page.root().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> label.equals(button.getText()))
                .findFirst();
    }
}
