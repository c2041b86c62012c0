package io.quayside.desktop.ui.containers.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The page of one container on a real engine.
class ContainerPageTest extends OnEngine {
    private void run(String container, String... arguments) {
        List<String> words = new ArrayList<>(List.of("run", "-d", "--name", container, "--stop-signal", "KILL"));
        words.addAll(List.of(arguments));
        engine.docker(words.toArray(String[]::new));
    }

    private void sleeper(String container, String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of(TestImages.BUSYBOX, "sleep", "1000"));
        run(container, words.toArray(String[]::new));
    }

    private static String text(String id) {
        return Fx.call(() -> page.root().lookup("#" + id) instanceof Label label ? label.getText() : "");
    }

    private static void press(String accessibleName) {
        page.await("a button " + accessibleName, () -> button(accessibleName) != null);
        Fx.run(() -> Objects.requireNonNull(button(accessibleName)).fire());
    }

    private static @Nullable Button button(String name) {
        for (Node node : page.root().lookupAll(".button")) {
            if (node instanceof Button button && name.equals(button.getAccessibleText()) && !button.isDisabled()) {
                return button;
            }
        }
        return null;
    }

    private static void showAs(String form) {
        page.await("the form " + form, () -> {
            for (Node node : page.root().lookupAll(".toggle-button")) {
                if (node instanceof ToggleButton button && ("Show as, " + form).equals(button.getAccessibleText())) {
                    button.setSelected(true);
                    return true;
                }
            }
            return false;
        });
    }

    private String state() {
        return engine.docker("inspect", "--format", "{{.State.Status}}", name).strip();
    }

    @Test
    void theHeadStopsAndStartsWhatTheEngineRuns() {
        sleeper(name);
        page.go("container/" + name + "/inspect");
        page.await("its name", () -> text("container-name").equals(name));
        page.await("running", () -> text("container-state").equals("Running"));
        press("Stop " + name);
        page.await("stopped", () -> text("container-state").equals("Stopped"));
        assertEquals("exited", state());
        press("Start " + name);
        page.await("running again", () -> text("container-state").equals("Running"));
        assertEquals("running", state());
    }

    @Test
    void enterInTheListOpensItAndAltLeftGoesBack() {
        sleeper(name);
        page.go("containers");
        page.await(
                "its row",
                () -> page.model().allRows().stream()
                        .anyMatch(row -> row.line().name().equals(name)));
        Fx.run(() -> page.select(name));
        page.press(KeyCode.ENTER, "\r", false, false);
        page.await("its page", () -> text("container-name").equals(name));
        page.press(KeyCode.LEFT, "", false, true);
        assertEquals("containers", page.address());
        page.press(KeyCode.RIGHT, "", false, true);
        assertTrue(page.address().startsWith("container/"), page.address());
    }

    @Test
    void bracketsGoThroughTheServicesOfTheProject() {
        String project = "p" + name;
        for (String service : List.of("api", "web")) {
            sleeper(
                    name + "-" + service,
                    "--label",
                    "com.docker.compose.project=" + project,
                    "--label",
                    "com.docker.compose.service=" + service);
        }
        page.go("container/" + name + "-api/inspect");
        page.await("the list", () -> page.root().lookup("#service-list") instanceof Node list && list.isVisible());
        page.press(KeyCode.CLOSE_BRACKET, "]", false, false);
        page.await("the next", () -> text("container-name").equals(name + "-web"));
        page.press(KeyCode.OPEN_BRACKET, "[", false, false);
        page.await("back", () -> text("container-name").equals(name + "-api"));
        assertTrue(page.address().endsWith("/inspect"));
        // Another one is no service of this project, also while nothing is known of it.
        page.go("container/" + name + "-none/inspect");
        page.await("said so", () -> hasText("There is no container " + name + "-none."));
        assertFalse(Fx.call(() -> page.root().lookup("#service-list").isVisible()));
    }

    @Test
    void itsImageAndItsFormAreAKeyAway() {
        sleeper(name);
        page.go("container/" + name + "/inspect");
        page.await("its page", () -> text("container-state").equals("Running"));
        String here = page.address();
        String image = engine.docker("inspect", "--format", "{{.Image}}", name).strip();
        Fx.run(() -> ((Hyperlink) page.root().lookup("#container-image")).fire());
        page.awaitEqual("the page of its image", "image/" + image, page::address);
        page.press(KeyCode.LEFT, "", false, true);
        page.awaitEqual("back", here, page::address);
        page.press(KeyCode.E, "e", true, false);
        page.await("its form", () -> page.address().startsWith("edit/"));
    }

    @Test
    void aContainerAloneHasNoServices() {
        sleeper(name);
        page.go("container/" + name + "/inspect");
        page.await("its name", () -> text("container-name").equals(name));
        page.await("no services", () -> !page.root().lookup("#service-list").isVisible());
    }

    @Test
    void whatOthersDeleteIsSaidSo() {
        sleeper(name);
        page.go("container/" + name + "/inspect");
        page.await("running", () -> text("container-state").equals("Running"));
        engine.docker("rm", "-f", name);
        page.await("said so", () -> hasText(name + " was deleted outside Quayside at "));
        assertEquals("Deleted", text("container-state"));
        press("Back to containers");
        assertEquals("containers", page.address());
    }

    @Test
    void aNameThatIsNotThereIsSaidSo() {
        page.go("container/nothing-of-that-name/inspect");
        page.await("said so", () -> hasText("There is no container nothing-of-that-name."));
    }

    @Test
    void theOverviewMasksSecretsAndCopiesTheRealOnes() {
        sleeper(name, "-e", "DB_PASSWORD=open sesame", "-e", "PLAIN=seen", "--memory", "64m", "--restart", "always");
        page.go("container/" + name + "/inspect");
        showAs("Overview");
        page.await("the environment", () -> hasText("seen"));
        assertTrue(Fx.call(() -> hasText("DB_PASSWORD")));
        assertFalse(Fx.call(() -> hasText("open sesame")));
        assertTrue(Fx.call(() -> hasText("67.1 MB")));
        assertTrue(Fx.call(() -> hasText("Always")));
        press("Copy DB_PASSWORD");
        assertEquals("open sesame", Fx.call(() -> Clipboard.getSystemClipboard().getString()));
        press("Show DB_PASSWORD");
        page.await("shown", () -> hasText("open sesame"));
        page.find("inspect-copy-run", ActionButton.class).fire();
        page.await(
                "the line of it",
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")
                        .startsWith("docker run "));
        String line = Fx.call(
                () -> Objects.requireNonNull(Clipboard.getSystemClipboard().getString()));
        assertTrue(line.contains("-e 'DB_PASSWORD=open sesame'"), line);
        assertTrue(line.contains("--restart always"), line);
        assertTrue(line.endsWith(TestImages.BUSYBOX + " sleep 1000"), line);
    }

    @Test
    void theJsonIsSearchedAndItsValuesCopied() {
        sleeper(name, "--label", "needle.name=found\u202Eme");
        page.go("container/" + name + "/inspect");
        showAs("Overview");
        page.await("read", () -> hasText("needle.name"));
        Fx.run(() -> page.find("inspect-search", javafx.scene.control.TextField.class)
                .setText("needle.name"));
        ListView<?> lines = page.find("inspect-json", ListView.class);
        page.await("the match", () -> lines.getSelectionModel().getSelectedItem() != null);
        page.press(KeyCode.C, "c", true, false);
        assertEquals(
                "found\u202Eme", Fx.call(() -> Clipboard.getSystemClipboard().getString()));
        assertFalse(Fx.call(
                () -> lines.getSelectionModel().getSelectedItem().toString().contains("\u202Eme,")));
    }

    private static boolean hasText(String start) {
        for (Node node : page.root().lookupAll(".label")) {
            if (node instanceof Label label && label.getText().startsWith(start)) {
                return true;
            }
        }
        return false;
    }
}
