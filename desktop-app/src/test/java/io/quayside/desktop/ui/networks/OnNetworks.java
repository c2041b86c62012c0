package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;

/// For tests of the Networks page, on the one engine of the class.
abstract class OnNetworks extends OnEngine {
    @AfterEach
    void tidyUp() {
        Fx.run(() -> {
            page.networks().model().filterTextProperty().set("");
            page.networks().model().selection().clear();
            page.networks().model().dismissProblem();
        });
        engine.removeContainers();
    }

    /// Starts a container that does nothing.
    static String sleeper(String... arguments) {
        String[] all = new String[arguments.length + 6];
        all[0] = "run";
        all[1] = "-d";
        all[2] = "--stop-signal=KILL";
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[all.length - 3] = TestImages.BUSYBOX;
        all[all.length - 2] = "sleep";
        all[all.length - 1] = "1000";
        return engine.docker(all).strip();
    }

    static NetworkRow row(String network) {
        page.await("the row of " + network, () -> find(network).isPresent());
        return Fx.call(() -> find(network).orElseThrow());
    }

    static Optional<NetworkRow> find(String network) {
        return page.networks().model().row(network);
    }

    static void select(NetworkRow row) {
        Fx.run(() -> {
            page.networks().model().selection().clear();
            page.networks().model().selection().setCurrent(Optional.of(row.id()));
        });
    }

    static boolean has(String network) {
        return engine.tryDocker("network", "inspect", network).succeeded();
    }

    static void type(String field, String text) {
        page.await("the field " + field, () -> page.root().lookup("#" + field) != null);
        Fx.run(() -> page.find(field, TextField.class).setText(text));
    }

    /// Presses what says this, once it can be pressed.
    static void press(String name) {
        page.await("a button " + name, () -> button(name).isPresent());
        Fx.run(() -> button(name).orElseThrow().fire());
    }

    static Optional<ActionButton> button(String name) {
        return page.root().lookupAll(".button").stream()
                .filter(ActionButton.class::isInstance)
                .map(ActionButton.class::cast)
                .filter(button -> name.equals(button.getAccessibleText())
                        || name.equals(button.getText())
                        || name.equals(button.getId()))
                .filter(button -> button.isVisible() && button.isAvailable())
                .findFirst();
    }

    static boolean says(String text) {
        return page.root().lookupAll(".label").stream()
                .filter(Labeled.class::isInstance)
                .map(Node.class::cast)
                .anyMatch(node -> ((Labeled) node).getText() != null
                        && ((Labeled) node).getText().contains(text)
                        && node.isVisible());
    }

    static void awaitEngine(String what, Supplier<Boolean> condition) {
        PageFixture.await(what, Duration.ofSeconds(60), condition);
    }
}
