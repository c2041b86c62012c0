package io.quayside.desktop.ui.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.control.PictureBoxes;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestEngines;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The real Networks page on a real engine: what is done here, the engine says afterwards.
class NetworksPageTest extends OnNetworks {
    @BeforeEach
    void openPage() {
        page.go("networks");
        page.await("the page", () -> page.root().lookup("#networks-table") != null);
        row("bridge");
    }

    /// A VPN puts such a route there.
    @Test
    void aRangeThatThisComputerHasARouteToIsSaid() {
        String device = "qs-vpn0";
        if (!Command.of("ip", "link", "add", device, "type", "bridge").run().succeeded()) {
            TestEngines.unavailable("a route of this computer takes the right to make one");
        }
        try {
            Command.of("ip", "link", "set", device, "up").run().orFail();
            Command.of("ip", "route", "add", "10.247.0.0/16", "dev", device)
                    .run()
                    .orFail();
            page.go("networks/create");
            type("create-name", name);
            type("create-subnet", "10.247.3.0/24");
            page.await("the overlap", () -> says("10.247.3.0/24 overlaps") && says(device));
            type("create-subnet", "10.246.3.0/24");
            page.await("nothing is wrong", () -> !says("overlaps"));
        } finally {
            Command.of("ip", "link", "delete", device).run().orFail();
        }
    }

    @Test
    void aNetworkIsMadeJoinedUnderAnotherNameLeftAndDeleted() {
        String other = name + "-other";
        engine.docker("network", "create", "--subnet", "10.242.7.0/24", other);
        row(other);
        page.go("networks/create");
        type("create-name", name);
        type("create-subnet", "10.242.0.0/16");
        page.await("the overlap", () -> says("10.242.0.0/16 overlaps the network " + other + " (10.242.7.0/24)."));
        assertTrue(Fx.call(() -> button("create-act").isEmpty()), "it can't be created so");
        type("create-subnet", "10.242.8.0/24");
        type("create-gateway", "10.242.8.9");
        press("create-act");
        NetworkRow made = row(name);
        assertEquals(
                "10.242.8.0/24 10.242.8.9",
                engine.docker(
                                "network",
                                "inspect",
                                "--format",
                                "{{range .IPAM.Config}}{{.Subnet}} {{.Gateway}}{{end}}",
                                name)
                        .strip());

        String first = sleeper("--name", name + "-a", "--network", name);
        sleeper("--name", name + "-b");
        page.await(
                "who is in it",
                () -> made.line().running().stream()
                        .anyMatch(member -> member.id().equals(first)));
        page.go("networks/" + name);
        press("Connect container…");
        page.await("the form", () -> page.root().lookup("#connect-container") != null);
        page.await("the container", () -> choose(name + "-b"));
        type("connect-aliases", "www");
        type("connect-ipv4", "10.242.9.1");
        page.await("it isn't in there", () -> says("10.242.9.1 is not in 10.242.8.0/24"));
        type("connect-ipv4", "10.242.8.77");
        press("Connect");
        page.await("its address", () -> says("10.242.8.77") && says("Also www"));
        assertTrue(engine.docker("exec", name + "-a", "ping", "-c", "1", "-w", "20", "www")
                .contains("10.242.8.77"));

        press("Disconnect " + name + "-b");
        awaitEngine("it is out", () -> !networksOf(name + "-b").contains(name));
        page.await("it is not shown", () -> !says("10.242.8.77"));
        page.command("networks.delete");
        page.await("who uses it", () -> says(name + " is in use by " + name + "-a."));
        assertTrue(has(name));
        engine.docker("rm", "-f", name + "-a");
        page.await("nobody uses it", () -> made.line().members().isEmpty());
        select(made);
        page.command("networks.delete");
        page.await("it waits", () -> made.line().deletingIn().isPresent());
        page.command("networks.undo");
        page.await("it stays", () -> made.line().deletingIn().isEmpty());
        page.command("networks.delete");
        page.await("it is gone", () -> find(name).isEmpty());
        assertFalse(has(name));
        assertTrue(has(other));
    }

    @Test
    void thePictureShowsWhereContainersAreAndMarksWhatIsInTheSelectedNetwork() {
        engine.docker("network", "create", name);
        String in = sleeper("--name", name + "-in", "--network", name, "-p", "127.0.0.1::8080");
        String out = sleeper("--name", name + "-out");
        page.go("networks");
        NetworkRow made = row(name);
        page.await(
                "both boxes",
                () -> box("container", in).isPresent() && box("container", out).isPresent());
        assertFalse(Fx.call(() -> isMarked("network", made.id())), "nothing is selected");

        Fx.run(() -> box("network", made.id()).orElseThrow().fire());
        page.await("its mark", () -> isMarked("network", made.id()) && isMarked("container", in));
        assertFalse(Fx.call(() -> isMarked("container", out)), "it is in another network");
        assertEquals(
                Optional.of(made.id()),
                Fx.call(() ->
                        page.networks().model().selection().currentProperty().get()));
        String address = engine.docker(
                        "inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", in)
                .strip();
        assertTrue(Fx.call(
                () -> box("container", in).orElseThrow().getAccessibleText().contains(address)));
        String port = engine.docker("port", in, "8080").strip().replaceFirst(".*:", "");
        assertEquals(
                "Ports " + port + " to 8080 of " + name + "-in, show the port map",
                Fx.call(() -> box("port", in).orElseThrow().getAccessibleText()));
        assertTrue(Fx.call(() -> says("to 8080")), "the arrow says which port it leads to");
        assertTrue(Fx.call(() -> box("port", out).isEmpty()));

        engine.docker("rm", "-f", in);
        page.await("it is gone", () -> box("container", in).isEmpty() && isMarked("network", made.id()));
        Fx.run(() -> box("container", out).orElseThrow().fire());
        page.await("the container's page", () -> page.address().startsWith("container/" + out));
    }

    private static Optional<Button> box(String kind, String id) {
        return Optional.ofNullable((Button) page.root().lookup("#picture-" + kind + "-" + id));
    }

    private static boolean isMarked(String kind, String id) {
        return box(kind, id).filter(PictureBoxes::isSelected).isPresent();
    }

    @Test
    void whatRunsInItIsDisconnectedAndItGoes() {
        engine.docker("network", "create", name);
        sleeper("--name", name + "-a", "--network", name);
        NetworkRow row = row(name);
        page.await("who is in it", () -> row.line().running().size() == 1);
        select(row);
        page.command("networks.delete");
        press("Disconnect and delete…");
        press("Disconnect and delete");
        awaitEngine("it is gone", () -> !has(name));
        page.await("its row too", () -> find(name).isEmpty());
        assertEquals(
                "true",
                engine.docker("inspect", "--format", "{{.State.Running}}", name + "-a")
                        .strip());
    }

    @Test
    void pruningNamesWhatGoesAndLeavesWhatStoppedContainersNeed() {
        engine.docker("network", "create", name + "-unused");
        engine.docker("network", "create", name + "-wanted");
        engine.docker("create", "--name", name, "--network", name + "-wanted", "quayside/busybox:1", "true");
        NetworkRow wanted = row(name + "-wanted");
        page.await("who needs it", () -> wanted.line().members().size() == 1);
        row(name + "-unused");
        page.command("networks.prune");
        page.await("what goes", () -> says(name + "-unused") && says("Networks of stopped containers stay"));
        press("Delete 1 network");
        page.await("it is gone", () -> find(name + "-unused").isEmpty());
        assertFalse(has(name + "-unused"));
        assertTrue(has(name + "-wanted"));
        select(wanted);
        page.command("networks.delete");
        page.await("the question", () -> says(name + " comes back to it when started"));
        press("Delete network " + name + "-wanted");
        awaitEngine("it is gone", () -> !has(name + "-wanted"));
    }

    @Test
    void theEnginesOwnAreLockedAndSayWhy() {
        NetworkRow own = row("bridge");
        assertTrue(own.line().notDeletable().orElse("").contains("can’t be deleted"));
        page.go("networks/host");
        page.await("why", () -> says("host is the engine’s own network"));
        assertTrue(Fx.call(() ->
                button("network-connect").isEmpty() && button("network-delete").isEmpty()));
    }

    private static boolean choose(String container) {
        ComboBox<?> box = page.find("connect-container", ComboBox.class);
        for (int i = 0; i < box.getItems().size(); i++) {
            if (box.getItems().get(i) instanceof Container each && each.name().equals(container)) {
                box.getSelectionModel().select(i);
                return true;
            }
        }
        return false;
    }

    private static String networksOf(String container) {
        return engine.docker(
                "inspect", "--format", "{{range $n, $_ := .NetworkSettings.Networks}}{{$n}} {{end}}", container);
    }
}
