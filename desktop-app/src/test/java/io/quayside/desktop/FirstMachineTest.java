package io.quayside.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.platform.AppDirs;
import io.quayside.testing.engine.TestImages;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.store.PrivateFiles;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From first run to a page that a container in a new machine serves on this computer, all through the window, on a
/// real machine without acceleration.
@Tag("vm")
class FirstMachineTest {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String NAME = "quayside-vm";

    private Path top = Path.of("");
    private Optional<Path> chosen = Optional.empty();
    private Backend backend;
    private Composition composition;
    private Stage stage;

    @TempDir
    private Path pages;

    @BeforeEach
    void open() throws IOException {
        needsQemuAndImage();
        top = Files.createTempDirectory("qsvm");
        AppDirs dirs = AppDirs.of(Optional.of(top)).create();
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("QUAYSIDE_VM_ACCELERATOR", "tcg");
        backend = new Backend(new StartOptions(Optional.empty(), Optional.of(top)), dirs, environment);
        stage = Fx.call(() -> {
            composition = new Composition(backend, new PlatformFxThread(), () -> {}, (owner, title) -> chosen);
            Scene scene = composition.scene(1280, 800);
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            composition.shell().windowVisible(true);
            composition.shell().navigator().go(Location.of("first-run"));
            return window;
        });
    }

    private static void needsQemuAndImage() {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        Path image = Path.of(System.getenv().getOrDefault("QUAYSIDE_VM_IMAGE", cache + "/quayside/guest-image/amd64"));
        boolean there = Files.exists(image.resolve("manifest.json"))
                && Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64"));
        if (!there && System.getenv("QUAYSIDE_REQUIRE_VM") != null) {
            Assertions.fail("no QEMU, or no guest image in " + image);
        }
        Assumptions.assumeTrue(there, () -> "no QEMU, or no guest image in " + image);
    }

    @AfterEach
    void close() throws Exception {
        if (stage == null) {
            return;
        }
        Fx.run(() -> {
            stage.hide();
            composition.close();
        });
        if (backend.machines().names().contains(NAME)) {
            backend.machines().machines().stop(NAME);
        }
        backend.close();
        PrivateFiles.deleteTree(top);
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!Fx.call(condition::getAsBoolean)) {
            assertTrue(Instant.now().isBefore(end), "Still not: " + what);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private List<Node> all(String selector) {
        return List.copyOf(stage.getScene().getRoot().lookupAll(selector));
    }

    private Optional<ActionButton> button(String text) {
        return all(".button").stream()
                .filter(node ->
                        node instanceof ActionButton button && button.getText().equals(text) && isShown(button))
                .map(ActionButton.class::cast)
                .findFirst();
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private boolean says(String text) {
        return all(".label").stream()
                .anyMatch(node -> node instanceof Labeled label && text.equals(label.getText()) && isShown(label));
    }

    private void press(String text) {
        await(text, () -> button(text).filter(ActionButton::isAvailable).isPresent());
        Fx.run(() -> button(text).orElseThrow().fire());
    }

    private void type(String id, String text) {
        Fx.run(() -> {
            TextField field = (TextField) stage.getScene().lookup("#" + id);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    @Test
    void firstRunMakesAMachineWhoseContainersAreOpenOnThisComputer() throws Exception {
        await("the choice of a machine", () -> vmChoice().isPresent());
        Fx.run(() -> vmChoice().orElseThrow().fire());
        await("its panel", () -> says("New VM") && says("Without acceleration, slow"));
        type("new-vm-cpus", "2");
        type("new-vm-memory", "1");
        type("new-vm-disk", "8");
        press("Create VM");
        await("the machine runs", () -> says("Ready.") || says("The VM could not be created"));
        assertTrue(Fx.call(() -> says("Starting Docker")), "the steps stand there");
        press("Go to containers");
        await("its engine is the window's", () -> backend.session().status() instanceof EngineStatus.Connected);
        assertEquals(Optional.of("vm:" + NAME), backend.session().choice().map(EngineChoice::key));
        assertEquals(
                Optional.of("vm:" + NAME), backend.settings().current().engine().choice());

        assertTrue(importImage().contains(" 200 "));
        Path folder = Files.createDirectory(pages.resolve("site"));
        Files.writeString(folder.resolve("index.html"), "from a shared folder");
        Files.createDirectory(folder.resolve("more")); // what is mounted lies over it
        share(folder);
        int port = freePort();
        Path more = Files.createDirectory(pages.resolve("more"));
        Files.writeString(more.resolve("index.html"), "from a folder that was asked for");
        runPage(folder, more, port);
        shareWhatIsMissing(more);
        await("the page answers", () -> page(port).equals("from a shared folder"));
        Files.writeString(folder.resolve("index.html"), "edited here");
        await("what was edited here is there", () -> page(port).equals("edited here"));
        assertEquals("from a folder that was asked for", page(port, "/more/"));
        look(folder, port);
        addRule(port);
        readLog();
        freeSpace();
    }

    /// The container mounts a folder that the machine doesn't see; it isn't made before that is settled.
    private void shareWhatIsMissing(Path more) throws Exception {
        await("the question", () -> says("The folder " + more + " isn’t shared with the machine."));
        assertEquals(
                List.of(), backend.session().engine().orElseThrow().containers().list(ContainerFilter.everything()));
        press("Share it");
        await(
                "it is shared and the container runs",
                () -> backend.session().status() instanceof EngineStatus.Connected
                        && running().contains("page"));
        assertTrue(backend.machines().machines().shares(NAME).stream()
                .anyMatch(share -> share.hostFolder().equals(more) && !share.readOnly()));
    }

    private List<String> running() {
        try {
            return backend.session().engine().orElseThrow().containers().list(ContainerFilter.running()).stream()
                    .map(ContainerSummary::name)
                    .toList();
        } catch (EngineException e) {
            return List.of();
        }
    }

    /// On the page Engine: what dockerd wrote before, and what it writes now.
    private void readLog() throws Exception {
        go("engine");
        await("what dockerd wrote at its start", () -> logHas("API listen on /run/docker.sock"));
        assertFalse(Fx.call(() -> logHas("no-such-image")));
        LiveMachine machine = backend.machines().machines().connected(NAME).orElseThrow();
        inGuest(machine, "kill -HUP $(cat /run/dockerd.pid)");
        await("what it says now", () -> logHas("Got signal to reload configuration"));
    }

    private boolean logHas(String text) {
        return all("#engine-log .list-view").stream()
                .flatMap(node -> ((ListView<?>) node).getItems().stream())
                .anyMatch(line -> line.toString().contains(text));
    }

    private static String inGuest(LiveMachine machine, String script) throws Exception {
        try (GuestStream stream = machine.link().connect(StreamTarget.exec(List.of("/bin/sh", "-c", script)))) {
            stream.endOutput();
            return new String(stream.input().readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /// From the page Engine to the Disk doctor: what the machine's disk has, what comes back of its file while it runs,
    /// and
    /// what when it stops for that.
    private void freeSpace() {
        go("engine");
        await("the disk is measured", () -> says("Images") && says("File on this computer"));
        press("Disk doctor");
        await("its page", () -> says("What takes space") && says("Held by the file"));
        Fx.run(() -> all("#disk-images, #disk-untagged, #disk-cache, #disk-containers")
                .forEach(box -> ((CheckBox) box).setSelected(false)));
        await("only blocks are chosen", () -> button("Measure again").isPresent() && chosen().startsWith("Return "));
        press(Fx.call(this::chosen));
        press(Fx.call(this::chosen).replace("…", ""));
        await("what came back", () -> result().endsWith(" came back to this computer."));
        press("Shrink disk file…");
        press("Stop the VM and shrink");
        await("what came back of the file", () -> result().startsWith("Returned "));
        await("the machine runs again", () -> backend.session().status() instanceof EngineStatus.Connected);
        assertTrue(Fx.call(() -> !all("#disk-last-run").isEmpty()));
    }

    /// The words of the button that carries the plan out.
    private String chosen() {
        return all("#disk-free").stream()
                .map(node -> ((Labeled) node).getText())
                .findFirst()
                .orElse("");
    }

    private String result() {
        return all("#disk-result").stream()
                .map(node -> ((Labeled) node).getText())
                .findFirst()
                .orElse("");
    }

    /// Through the page File sharing, as if the folder had been dropped on it.
    private void share(Path folder) {
        go("settings", "file-sharing");
        await(
                "the folders are known",
                () -> all("#share-add").stream()
                        .anyMatch(node -> node.getParent().getParent().isVisible()));
        chosen = Optional.of(folder);
        press("Add folder…");
        press("Apply");
        await("the folder is mounted", () -> says("Mounted"));
    }

    /// What the pages say of the container that runs.
    private void look(Path folder, int port) {
        go("settings", "file-sharing");
        await("who uses the folder", () -> says(folder.toString()) && says("1 container"));
        go("settings", "port-forwarding");
        await("the port is open", () -> says(Integer.toString(port)) && says("page:80") && says("Open"));
    }

    /// A second port to the same container.
    private void addRule(int published) throws IOException {
        int port = freePort();
        press("Add rule…");
        await("the form", () -> stage.getScene().lookup("#port-from") != null);
        Fx.run(() -> {
            ((TextField) stage.getScene().lookup("#port-from")).setText(Integer.toString(port));
            ((TextField) stage.getScene().lookup("#port-to")).setText(Integer.toString(published));
        });
        press("Add rule");
        await("the rule's port answers", () -> page(port).equals("edited here"));
        press("Remove the rule for port " + port);
        await("the rule is gone", () -> !says("Rule"));
    }

    private void go(String... address) {
        String[] rest = Arrays.copyOfRange(address, 1, address.length);
        Fx.run(() -> composition.shell().navigator().go(Location.of(address[0], rest)));
    }

    private Optional<RadioButton> vmChoice() {
        return all(".radio-button").stream()
                .map(RadioButton.class::cast)
                .filter(radio -> String.valueOf(radio.getAccessibleText()).startsWith("Create a Linux VM"))
                .findFirst();
    }

    /// No registry is reachable from a test's machine.
    private String importImage() throws Exception {
        LiveMachine machine = backend.machines().machines().connected(NAME).orElseThrow();
        byte[] archive = TestImages.busyboxArchive();
        String[] name = TestImages.BUSYBOX.split(":");
        String head = "POST /images/create?fromSrc=-&repo=" + name[0] + "&tag=" + name[1]
                + " HTTP/1.1\r\nHost: guest\r\nContent-Type: application/x-tar\r\nConnection: close\r\n"
                + "Content-Length: " + archive.length + "\r\n\r\n";
        try (GuestStream stream = machine.link().connect(StreamTarget.unix("/run/docker.sock"))) {
            stream.output().write(head.getBytes(StandardCharsets.US_ASCII));
            stream.output().write(archive);
            return new String(stream.input().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Through the form, filled by a pasted command.
    private void runPage(Path folder, Path more, int port) {
        Fx.run(() -> composition.shell().navigator().go(Location.of("run")));
        await("the form", () -> stage.getScene().lookup("#run-paste") != null);
        Fx.run(() -> ((ActionButton) stage.getScene().lookup("#run-paste")).fire());
        await("the panel", () -> stage.getScene().lookup("#run-paste-text") != null);
        Fx.run(() -> ((TextArea) stage.getScene().lookup("#run-paste-text"))
                .setText("docker run -d --name page -p 127.0.0.1:" + port + ":80 -v " + folder + ":/www -v " + more
                        + ":/www/more "
                        + TestImages.BUSYBOX + " httpd -f -p 80 -h /www"));
        press("Fill the form");
        await("the form can run", () -> ((ActionButton) stage.getScene().lookup("#run-act")).isAvailable());
        Fx.run(() -> ((ActionButton) stage.getScene().lookup("#run-act")).fire());
    }

    private static String page(int port) {
        return page(port, "/");
    }

    private static String page(int port, String path) {
        try (var stream = URI.create("http://127.0.0.1:" + port + path).toURL().openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
