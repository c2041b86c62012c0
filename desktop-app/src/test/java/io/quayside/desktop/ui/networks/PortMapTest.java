package io.quayside.desktop.ui.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The port map on a real engine: who has a port, who wants it, and what answers there.
class PortMapTest extends OnNetworks {
    @BeforeEach
    void openMap() {
        page.go("networks/ports");
        page.await("the map", () -> page.root().lookup("#ports-checked") != null);
    }

    @Test
    void rulesAreOfferedOnlyWherePortsLeadToTheEngineByRules() {
        assertTrue(Fx.call(() -> button("ports-rules").isEmpty()), "its ports are this computer's own");
        page.forwardsPorts(true);
        page.go("networks");
        page.go("networks/ports");
        page.await("the button", () -> button("ports-rules").isPresent());
        page.forwardsPorts(false);
    }

    @Test
    void eachPortSaysWhoHasItAndWhatAnswers() {
        engine.docker("run", "-d", "--name", name + "-web", "-p", "127.0.0.1::80", TestImages.HTTPD);
        engine.docker(
                "run",
                "-d",
                "--stop-signal=KILL",
                "--name",
                name + "-mute",
                "-p",
                "127.0.0.1::81",
                TestImages.BUSYBOX,
                "sleep",
                "1000");
        String web = published(name + "-web", "80");
        String mute = published(name + "-mute", "81");
        page.await("both rows", () -> says(web) && says(mute));
        check("what answers", () -> says("Answers HTTP 200") && says("Refused"));
        page.await("why nobody answers", () -> says("Nothing listens on 81 inside " + name + "-mute"));
        page.await("where they go", () -> says("80/tcp") && says("This computer only"));
        choose(web, "Copy address");
        assertEquals(
                "localhost:" + web, Fx.call(() -> Clipboard.getSystemClipboard().getString()));
        assertTrue(isOffered(web, "Open in browser"));
        assertFalse(isOffered(mute, "Open in browser"), "nothing would answer");
        assertFalse(isOffered(web, "Use another port"), "it has its port");
        engine.docker("rm", "-f", name + "-web");
        page.await("its row is gone", () -> !says(name + "-web"));
        choose(mute, "Go to " + name + "-mute");
        page.await("its page", () -> page.address().startsWith("container/"));
    }

    @Test
    void aPortThatAnotherProgramHoldsIsAConflictUntilItIsFree() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = other.getLocalPort();
            engine.docker("create", "--name", name, "-p", port + ":80", TestImages.HTTPD);
            check("the conflict", () -> says("Conflict") && says(name + " wants it"));
            String holder = ", process " + ProcessHandle.current().pid();
            page.await("who holds it", () -> says(holder) && says("A program on this computer, not a container"));
            page.await(
                    "the problem", () -> says(name + " can’t have port " + port + ": another program listens on it."));
            page.await("what can be done", () -> button("Edit ports…").isPresent());
            assertTrue(
                    engine.tryDocker("start", name).errors().contains(String.valueOf(port)),
                    "the engine says the same");
        }
        check("it is free", () -> says("No program holds it") && says("Stopped, wants it when started"));
    }

    @Test
    void portsOfUdpHaveTheirHoldersAndAreNotTried() throws IOException {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = other.getLocalPort();
            engine.docker(
                    "run",
                    "-d",
                    "--name",
                    name + "-dns",
                    "--stop-signal",
                    "KILL",
                    "-p",
                    "127.0.0.1::53/udp",
                    TestImages.BUSYBOX,
                    "sleep",
                    "1000");
            engine.docker("create", "--name", name, "-p", port + ":53/udp", TestImages.BUSYBOX);
            String own = published(name + "-dns", "53/udp");
            check("its row", () -> says(own) && says(name + "-dns") && says("53/udp"));
            check("it isn't tried", () -> says("Only TCP tells whether somebody answers"));
            check("the conflict", () -> says(name + " can’t have port " + port + ": another program listens on it."));
            page.await(
                    "who holds it",
                    () -> says(", process " + ProcessHandle.current().pid()));
        }
        check("it is free", () -> says("No program holds it"));
    }

    @Test
    void aContainerGetsAnotherPort() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            engine.docker("create", "--name", name, "-p", other.getLocalPort() + ":80", TestImages.HTTPD);
            check("the conflict", () -> button("Use another port").isPresent());
            press("Use another port");
            awaitEngine(
                    "it runs",
                    () -> engine.tryDocker("inspect", "--format", "{{.State.Running}}", name)
                            .output()
                            .contains("true"));
            String port = published(name, "80");
            assertTrue(!port.equals(String.valueOf(other.getLocalPort())), port);
            page.await("its row", () -> says(port) && says("Anyone on your network"));
        }
    }

    /// Tries all ports, as often as the machine needs to have the container's program ready.
    private static void check(String what, BooleanSupplier condition) {
        page.await(what, () -> {
            // What was learned is in the rows only once they are laid out.
            page.root().applyCss();
            page.root().layout();
            boolean is = condition.getAsBoolean();
            if (!is) {
                button("ports-check").ifPresent(button -> button.fire());
            }
            return is;
        });
    }

    private static void choose(String port, String title) {
        ContextMenu menu = menu(port);
        Fx.run(() -> {
            MenuItem item = item(menu, title);
            menu.hide();
            item.fire();
        });
    }

    private static boolean isOffered(String port, String title) {
        ContextMenu menu = menu(port);
        return Fx.call(() -> {
            menu.hide();
            return !item(menu, title).isDisable();
        });
    }

    /// Opens the menu of a row as a click with the right button does.
    private static ContextMenu menu(String port) {
        return Fx.call(() -> {
            ListView<?> rows = page.find("ports-table", ListView.class);
            int row = rows.getItems().stream()
                    .map(String::valueOf)
                    .toList()
                    .indexOf(rows.getItems().stream()
                            .map(String::valueOf)
                            .filter(entry -> entry.startsWith("PortEntry[key=" + port + "/tcp"))
                            .findFirst()
                            .orElseThrow());
            rows.getSelectionModel().select(row);
            rows.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 5, 5, false, null));
            return Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
        });
    }

    private static MenuItem item(ContextMenu menu, String title) {
        return menu.getItems().stream()
                .filter(each -> title.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static String published(String container, String inside) {
        String line =
                engine.docker("port", container, inside).lines().findFirst().orElseThrow();
        return line.substring(line.lastIndexOf(':') + 1).strip();
    }
}
