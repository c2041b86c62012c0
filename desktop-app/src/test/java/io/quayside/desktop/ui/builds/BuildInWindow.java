package io.quayside.desktop.ui.builds;

import io.quayside.desktop.ui.builds.form.BuildPage;
import io.quayside.desktop.ui.builds.run.BuildRunPage;
import io.quayside.desktop.ui.containers.OnEngine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// The form and the page of a build in the window, on a real engine, and how a test finds its way in them.
abstract class BuildInWindow extends OnEngine {
    @TempDir
    protected Path folder = Path.of("");

    protected String image = "";

    @BeforeEach
    void openForm() {
        image = "built/" + name + ":1";
        page.buildByEngine();
        page.await("the engine", () -> page.session().engine().isPresent());
        page.go(BuildPage.PAGE);
        page.await("the form", () -> page.root().lookup("#page-build") != null);
    }

    @AfterEach
    void leave() {
        Fx.run(() -> button("Cancel").ifPresent(Button::fire));
        page.go("containers");
        engine.removeContainers();
    }

    protected void write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, String.join("\n", lines) + "\n");
    }

    protected static <T extends Node> T find(String id, Class<T> type) {
        page.await("a node " + id, () -> page.root().lookup("#" + id) != null);
        return page.find(id, type);
    }

    protected static java.util.Optional<ActionButton> button(String text) {
        return page.root().lookupAll(".button").stream()
                .filter(ActionButton.class::isInstance)
                .map(ActionButton.class::cast)
                .filter(one -> text.equals(one.getText()))
                .findFirst();
    }

    protected static void press(String id) {
        ActionButton button = find(id, ActionButton.class);
        page.await(id + " can be pressed", () -> button.isAvailable() && button.isVisible());
        Fx.run(button::fire);
    }

    protected static void pressLabelled(String text) {
        page.await("a button " + text, () -> button(text).isPresent());
        Fx.run(() -> button(text).orElseThrow().fire());
    }

    protected static String text(String id) {
        return Fx.call(() ->
                page.root().lookup("#" + id) instanceof Labeled label && label.isVisible() ? label.getText() : "");
    }

    /// All that is written below a node.
    protected static String written(String id) {
        return Fx.call(() -> {
            Node node = page.root().lookup("#" + id);
            return node == null || !node.isVisible()
                    ? ""
                    : node.lookupAll(".label").stream()
                            .map(label -> ((Labeled) label).getText())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("\n"));
        });
    }

    /// Types the folder and one tag, and waits until the form has seen the folder.
    protected void fill(Path into, String tag) {
        TextField field = find("build-folder", TextField.class);
        Fx.run(() -> field.setText(into.toString()));
        press("build-add-tag");
        Fx.run(() -> fields("Tag of the image").getLast().setText(tag));
        page.await("it is counted", () -> text("build-context").contains("file"));
    }

    protected static List<TextInputControl> fields(String words) {
        return Fx.call(() -> page.root().lookupAll(".text-input").stream()
                .filter(node -> words.equals(node.getAccessibleText()))
                .map(TextInputControl.class::cast)
                .toList());
    }

    /// Builds what the form says, and waits for the end.
    protected static void build() {
        press("build-act");
        page.await("the page of the build", () -> page.address().startsWith(BuildRunPage.PAGE));
        awaitEnd();
    }

    protected static void awaitEnd() {
        page.await(
                "the end of the build",
                () -> !text("build-state").isEmpty() && !text("build-state").equals("Building"));
        page.await("all of it", () -> page.settled());
    }

    /// The rows of the steps as they are told to screen readers.
    protected static List<String> steps() {
        return Fx.call(() -> page.root().lookupAll("#build-steps .list-cell").stream()
                .filter(cell -> !((ListCell<?>) cell).isEmpty())
                .map(Node::getAccessibleText)
                .toList());
    }

    protected static void key(KeyCode code, boolean control) {
        page.press(code, "", control, false);
    }
}
