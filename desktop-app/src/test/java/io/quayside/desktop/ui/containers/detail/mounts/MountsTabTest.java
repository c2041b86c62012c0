package io.quayside.desktop.ui.containers.detail.mounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The tab Mounts & ports in the real window on a real engine.
class MountsTabTest extends OnEngine {
    @TempDir
    private Path folder;

    private static boolean has(String card, String text) {
        Node node = page.root().lookup("#mounts-" + card);
        return node != null
                && node.lookupAll(".label").stream()
                        .anyMatch(each ->
                                each instanceof Label label && label.getText().equals(text));
    }

    private static Optional<Button> button(String name) {
        return page.root().lookupAll(".button").stream()
                .filter(node -> node instanceof Button button && name.equals(button.getAccessibleText()))
                .map(Button.class::cast)
                .findFirst();
    }

    private static String copied(String button) {
        page.await(button, () -> button(button).isPresent());
        Fx.run(() -> button(button).orElseThrow().fire());
        return Fx.call(
                () -> Objects.requireNonNull(Clipboard.getSystemClipboard().getString()));
    }

    private static String inspect(String format) {
        return engine.docker("inspect", "--format", format, "mounts-1").strip();
    }

    @Test
    void mountsPortsAndNetworksAreThoseOfTheEngine() throws Exception {
        Path bound = Files.createDirectory(folder.resolve("bound"));
        engine.docker("network", "create", "mounts-net");
        engine.docker(
                "run",
                "-d",
                "--name",
                "mounts-1",
                "--stop-signal",
                "KILL",
                "-v",
                "mounts-data:/data",
                "-v",
                bound + ":/bound:ro",
                "-p",
                "127.0.0.1::8080",
                "-p",
                "9090/udp",
                "--expose",
                "7070",
                "--network",
                "mounts-net",
                "--network-alias",
                "other-name",
                TestImages.BUSYBOX,
                "sleep",
                "1000");
        page.go("container/mounts-1/mounts");
        page.await("the volume", () -> has("mounts", "mounts-data"));
        assertTrue(Fx.call(() -> has("mounts", "/data") && has("mounts", "Volume") && has("mounts", "/bound")));
        assertTrue(Fx.call(() -> has("mounts", bound.toString()) && has("mounts", "Bind")));
        assertTrue(Fx.call(() -> has("mounts", "Read only, ro, rprivate")));
        assertEquals(bound.toString(), copied("Copy the source of /bound"));
        assertTrue(
                Fx.call(() -> !button("Open the folder at /bound").orElseThrow().isDisabled()));

        String port = inspect("{{(index (index .NetworkSettings.Ports \"8080/tcp\") 0).HostPort}}");
        page.await("the port", () -> has("ports", "127.0.0.1 port " + port));
        assertTrue(Fx.call(() -> has("ports", "This computer only") && has("ports", "Anyone on your network")));
        assertTrue(Fx.call(() -> has("ports", "7070") && has("ports", "Not published")));
        assertEquals("localhost:" + port, copied("Copy localhost:" + port));

        String address = inspect("{{(index .NetworkSettings.Networks \"mounts-net\").IPAddress}}");
        assertEquals(address, copied("Copy the address in mounts-net"));
        String names = inspect("{{join (index .NetworkSettings.Networks \"mounts-net\").Aliases \", \"}}");
        assertTrue(names.contains("other-name"));
        assertTrue(Fx.call(() -> has("networks", names)), names);

        Fx.run(() -> button("Open the volume at /data").orElseThrow().fire());
        page.awaitEqual("the volume", "volumes/mounts-data", page::address);
        page.press(KeyCode.LEFT, "", false, true);
        page.await("back", () -> page.root().lookup("#mounts-edit") != null);
        Fx.run(() -> page.find("mounts-edit", ActionButton.class).fire());
        page.awaitEqual("the form", "edit/" + inspect("{{.Id}}"), page::address);
        page.go("container/mounts-1/mounts");
        engine.docker("stop", "mounts-1");
        page.await(
                "no address", () -> button("Copy the address in mounts-net").isEmpty() && has("mounts", "mounts-data"));
    }
}
