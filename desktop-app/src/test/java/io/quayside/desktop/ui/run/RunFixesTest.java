package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// What the form offers when the engine didn't take it, on a real one.
class RunFixesTest extends FormOnEngine {
    private static void fill(String line) {
        page.go("run");
        press("run-paste");
        Node area = find("run-paste-text");
        Fx.run(() -> ((TextArea) area).setText(line));
        pressLabelled("Fill the form");
        CheckBox logs = (CheckBox) find("run-open-logs");
        Fx.run(() -> logs.setSelected(false));
    }

    /// What the problem over the form says, and its buttons.
    private static List<String> problem(String words) {
        page.await(words, () -> said().contains(words));
        return Fx.call(() -> page.root().lookupAll("#page-run .qs-problem .button").stream()
                .filter(node ->
                        node instanceof ActionButton && !node.getStyleClass().contains("button-icon"))
                .map(node -> ((ActionButton) node).getText())
                .filter(text ->
                        !List.of("Copy", "Details", "Dismiss this problem").contains(text))
                .toList());
    }

    private static List<String> said() {
        return page.root().lookupAll("#page-run .qs-problem .label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static boolean runs(String name) {
        return engine.tryDocker("inspect", "--format", "{{.State.Running}}", name)
                .output()
                .strip()
                .equals("true");
    }

    /// Below the ports that the system gives to whoever asks for any, so that the one after it stays free until it is
    /// used.
    private static ServerSocket lowPort() throws IOException {
        while (true) {
            try {
                return new ServerSocket(ThreadLocalRandom.current().nextInt(20_000, 30_000));
            } catch (BindException e) {
                // Another one, then.
            }
        }
    }

    @Test
    void aPortThatAProgramHasGivesWayToAFreeOne() throws IOException {
        try (ServerSocket taken = lowPort()) {
            int port = taken.getLocalPort();
            fill("docker run --name ported -p " + port + ":80 " + TestImages.HTTPD);
            press("run-act");
            List<String> buttons = problem("ported couldn't start: port " + port + " is already in use.");
            assertEquals(List.of("Edit ports…", "Try again"), buttons.subList(1, buttons.size()));
            String use = buttons.getFirst();
            assertTrue(use.matches("Use port \\d+"), use);
            assertEquals("", engine.docker("ps", "-aq").strip(), "what couldn't start is not left behind");
            pressLabelled("Edit ports…");
            page.await(
                    "the field",
                    () -> page.root().getScene().getFocusOwner() instanceof TextField field
                            && field.getText().equals(String.valueOf(port)));
            pressLabelled(use);
            page.await("it runs", () -> runs("ported"));
            assertEquals(
                    use.substring(9),
                    inspect("ported", "{{(index (index .HostConfig.PortBindings \"80/tcp\") 0).HostPort}}"));
        }
    }

    @Test
    void anImageThatNobodyHasLeadsToTheSearchAndToTheDoor() {
        try (TestRegistry registry = TestRegistry.start()) {
            String image = registry.address() + "/postgers:16";
            fill("docker run --name imaged " + image);
            press("run-act");
            assertEquals(
                    List.of("Search “" + registry.address() + "/postgers”", "Sign in…"),
                    problem(image + " was not found."));
            pressLabelled("Sign in…");
            page.awaitEqual("the door", "registries/sign-in/" + registry.address(), page::address);
            page.go("run");
            pressLabelled("Search “" + registry.address() + "/postgers”");
            page.await("the search", () -> page.address().startsWith("images/pull/"));
            assertEquals(
                    registry.address() + "/postgers",
                    Fx.call(() -> page.find("pull-field", TextField.class).getText()));
        }
    }

    @Test
    void howMuchThereIsToPullIsSaidBefore() {
        try (TestRegistry registry = TestRegistry.start()) {
            String image = registry.address() + "/sized:1";
            engine.docker("tag", TestImages.HTTPD, image);
            engine.docker("push", image);
            engine.docker("rmi", image);
            fill("docker run --name sized " + image);
            page.await(
                    "the size",
                    () -> Fx.call(() -> page.root().lookupAll(".label").stream()
                            .map(node -> String.valueOf(((Labeled) node).getText()))
                            .anyMatch(text -> text.matches("The image is not on this engine and is pulled first:"
                                    + " [0-9.]+ [kM]B, less what other images share"))));
            press("run-act");
            page.await("it runs", () -> runs("sized"));
        }
    }

    @Test
    void aRegistryWithADoorAsksToSignIn() {
        try (TestRegistry registry = TestRegistry.startWithAccount()) {
            fill("docker run --name locked " + registry.address() + "/app:1");
            press("run-act");
            assertEquals(List.of("Sign in…"), problem(registry.address() + " wants you to sign in."));
        }
    }

    @Test
    void aTakenNameIsFixedInTheForm() {
        engine.docker("create", "--name", "named", TestImages.HTTPD);
        fill("docker run --name named " + TestImages.HTTPD);
        page.await("it is told", () -> shownFaults().contains("The name named is taken by a stopped container."));
        Fx.run(() -> page.root().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.getText().equals("Use named-2"))
                .findFirst()
                .orElseThrow()
                .fire());
        page.await("the name", () -> ((TextField) find("run-name")).getText().equals("named-2"));
        press("run-act");
        page.await("it runs", () -> runs("named-2"));
    }
}
