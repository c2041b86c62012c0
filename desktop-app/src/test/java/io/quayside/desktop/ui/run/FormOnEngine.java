package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/// The form in the window, on a real engine, and how a test finds its way in it.
abstract class FormOnEngine {
    protected static TestEngine engine;
    protected static PageFixture page;

    @BeforeAll
    static void open() {
        engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        page = PageFixture.open(engine.socket(), false, 1280, 800);
    }

    @AfterAll
    static void close() {
        page.close();
        engine.removeContainers();
    }

    @AfterEach
    void tidy() {
        engine.removeContainers();
    }

    protected static Node find(String id) {
        page.await("a node " + id, () -> page.root().lookup("#" + id) != null);
        return page.root().lookup("#" + id);
    }

    protected static void type(String id, String text) {
        Node field = find(id);
        Fx.run(() -> ((TextInputControl) field).setText(text));
    }

    protected static void press(String id) {
        ActionButton button = (ActionButton) find(id);
        page.await(id + " can be pressed", button::isAvailable);
        Fx.run(button::fire);
    }

    protected static void pressLabelled(String text) {
        page.await("a button " + text, () -> button(text) != null);
        Fx.run(() -> java.util.Objects.requireNonNull(button(text)).fire());
    }

    protected static @org.jspecify.annotations.Nullable ActionButton button(String text) {
        return page.root().lookupAll(".button").stream()
                .filter(ActionButton.class::isInstance)
                .map(ActionButton.class::cast)
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElse(null);
    }

    /// The line as the panel shows it, dots included.
    protected static String shownLine() {
        return Fx.call(() -> find("run-line").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining()));
    }

    protected static String inspect(String container, String format) {
        return engine.docker("inspect", "--format", format, container).strip();
    }

    protected static List<String> shownFaults() {
        return Fx.call(() -> page.root().lookupAll(".qs-text-danger").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    /// A field of the form by what screen readers are told.
    protected static <T extends Node> T field(String words, Class<T> type) {
        page.await("a field " + words, () -> nodes(words, type).findFirst().isPresent());
        return Fx.call(
                () -> nodes(words, type).reduce((first, second) -> second).orElseThrow());
    }

    protected static <T extends Node> java.util.stream.Stream<T> nodes(String words, Class<T> type) {
        return page.root().lookupAll("*").stream()
                .filter(node -> type.isInstance(node) && words.equals(node.getAccessibleText()))
                .map(type::cast);
    }

    @SuppressWarnings("unchecked")
    protected static ComboBox<String> combo(String words) {
        return (ComboBox<String>) field(words, ComboBox.class);
    }

    protected static List<String> shownIn(String id) {
        return Fx.call(() -> find(id).lookupAll(".label").stream()
                .filter(node -> node.getParent() instanceof javafx.scene.layout.Pane)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    /// Runs what the form says, without opening its logs, until it is up.
    protected static void run(String name) {
        CheckBox logs = (CheckBox) find("run-open-logs");
        Fx.run(() -> logs.setSelected(false));
        press("run-act");
        page.await(
                name + " runs",
                () -> engine.tryDocker("inspect", "--format", "{{.State.Running}}", name)
                        .output()
                        .strip()
                        .equals("true"));
    }
}
