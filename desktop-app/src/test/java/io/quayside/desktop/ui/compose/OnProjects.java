package io.quayside.desktop.ui.compose;

import io.quayside.desktop.compose.ComposeRecord;
import io.quayside.desktop.compose.ComposeRun;
import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.io.TempDir;

/// For tests of the pages of compose projects, on the one engine of the class.
abstract class OnProjects extends OnEngine {
    @TempDir
    Path folder;

    /// A compose file in a folder named after the test's project.
    final Path file(String text) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        Path file = project.resolve("compose.yaml");
        Files.writeString(file, text.replace("IMAGE", TestImages.BUSYBOX));
        return file;
    }

    /// Opens it as the dialog does, and waits until it was read.
    final void openFile(Path file) {
        page.go("compose");
        page.openFrom(file);
        page.await("the page", () -> page.root().lookup("#compose-open") != null);
        page.find("compose-open", ActionButton.class);
        Fx.run(() -> page.find("compose-open", ActionButton.class).fire());
        page.awaitEqual("its page", "project/" + name, page::address);
        page.await(
                "its services",
                () -> !page.project().model().servicesProperty().get().isEmpty());
    }

    static void press(String id) {
        page.await(
                id + " can be pressed",
                () -> page.root().lookup("#" + id) instanceof ActionButton button
                        && button.isAvailable()
                        && button.getScene() != null);
        Fx.run(() -> page.find(id, ActionButton.class).fire());
    }

    /// Waits for the end of what is done with the project.
    final ComposeRecord over() {
        page.await("it is over", () -> run().flatMap(ComposeRun::end).isPresent());
        return run().flatMap(ComposeRun::end).orElseThrow();
    }

    final Optional<ComposeRun> run() {
        return page.compose().of(name);
    }

    /// Whether a label that can be seen says this.
    static boolean says(String words) {
        return page.root().lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .filter(OnProjects::isSeen)
                .anyMatch(node -> String.valueOf(((Labeled) node).getText()).contains(words));
    }

    /// All labels that can be seen.
    static String shown() {
        return page.root().lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .filter(OnProjects::isSeen)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isBlank())
                .distinct()
                .collect(Collectors.joining(" | "));
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    final String state(String container) {
        return engine.tryDocker("inspect", "--format", "{{.State.Status}}", name + "-" + container)
                .output()
                .strip();
    }
}
