package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The form in the window, on a real engine; what counts is what the engine says afterwards.
class RunPageTest {
    private static TestEngine engine;
    private static PageFixture page;

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

    private static Node find(String id) {
        page.await("a node " + id, () -> page.root().lookup("#" + id) != null);
        return page.root().lookup("#" + id);
    }

    private static void type(String id, String text) {
        Node field = find(id);
        Fx.run(() -> ((TextInputControl) field).setText(text));
    }

    private static void press(String id) {
        ActionButton button = (ActionButton) find(id);
        page.await(id + " can be pressed", button::isAvailable);
        Fx.run(button::fire);
    }

    private static void pressLabelled(String text) {
        page.await("a button " + text, () -> button(text) != null);
        Fx.run(() -> java.util.Objects.requireNonNull(button(text)).fire());
    }

    private static @org.jspecify.annotations.Nullable ActionButton button(String text) {
        return page.root().lookupAll(".button").stream()
                .filter(ActionButton.class::isInstance)
                .map(ActionButton.class::cast)
                .filter(one -> text.equals(one.getText()))
                .findFirst()
                .orElse(null);
    }

    /// The line as the panel shows it, dots included.
    private static String shownLine() {
        return Fx.call(() -> find("run-line").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining()));
    }

    private static String inspect(String container, String format) {
        return engine.docker("inspect", "--format", format, container).strip();
    }

    @Test
    void aPastedCommandFillsTheFormAndRuns() {
        page.go("run");
        press("run-paste");
        Node area = find("run-paste-text");
        Fx.run(() -> ((TextArea) area).setText("docker run --nmae web img"));
        pressLabelled("Fill the form");
        page.await(
                "what is wrong",
                () -> !((Label) find("run-paste-fault")).getText().isEmpty());
        assertEquals("“--nmae” is no option of docker run.", ((Label) find("run-paste-fault")).getText());
        Fx.run(() -> ((TextArea) area)
                .setText("docker run -p 127.0.0.1:18066:80 \\\n -e 'GREETING=two words' -e DB_PASSWORD=hunter2"
                        + " -v formdata:/data --hostname harbour " + TestImages.HTTPD));
        pressLabelled("Fill the form");
        type("run-name", "formed");
        type("run-memory", "64m");
        page.await("the line", () -> shownLine().contains("--memory 64m"));
        assertFalse(shownLine().contains("hunter2"), shownLine());
        assertTrue(shownLine().contains("DB_PASSWORD=••••••••"), shownLine());

        CheckBox logs = (CheckBox) find("run-open-logs");
        Fx.run(() -> logs.setSelected(false));
        press("run-act");

        page.await("it is in the list", () -> page.address().startsWith("containers"));
        page.await(
                "it runs",
                () -> engine.tryDocker("inspect", "--format", "{{.State.Running}}", "formed")
                        .output()
                        .strip()
                        .equals("true"));
        assertEquals("18066", inspect("formed", "{{(index (index .HostConfig.PortBindings \"80/tcp\") 0).HostPort}}"));
        assertEquals(String.valueOf(64L << 20), inspect("formed", "{{.HostConfig.Memory}}"));
        assertEquals("harbour", inspect("formed", "{{.Config.Hostname}}"));
        assertEquals("[formdata:/data]", inspect("formed", "{{.HostConfig.Binds}}"));
        assertTrue(inspect("formed", "{{.Config.Env}}").contains("GREETING=two words DB_PASSWORD=hunter2"));
        page.await(
                "it is selected",
                () -> page.model()
                        .selection()
                        .currentProperty()
                        .get()
                        .filter(inspect("formed", "{{.Id}}")::equals)
                        .isPresent());
    }

    @Test
    void whatCannotWorkIsSaidBeforeItRuns() {
        engine.docker("run", "-d", "--name", "holder", "-p", "18067:80", TestImages.HTTPD);
        page.go("run/" + TestImages.HTTPD);
        type("run-name", "holder");
        page.await("it is told", () -> ((Label) find("run-count")).getText().equals("1 thing to fix"));
        type("run-memory", "much");
        page.await("a size", () -> shownFaults().contains("“much” is not a size such as 512m or 2g."));
        press("run-act");
        assertEquals(1, engine.docker("ps", "-aq").lines().count());
        Fx.run(() -> ((TextField) find("run-memory")).setText(""));
        type("run-name", "free");
        page.await("nothing to fix", () -> ((Label) find("run-count")).getText().isEmpty());
        press("run-create-only");
        page.await(
                "it is created",
                () -> engine.tryDocker("inspect", "--format", "{{.State.Status}}", "free")
                        .output()
                        .strip()
                        .equals("created"));
    }

    private static List<String> shownFaults() {
        return Fx.call(() -> find("page-run").lookupAll(".qs-text-danger").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void anEditIsAppliedOrMadeAgain() {
        String id = engine.docker("run", "-d", "--name", "edited", "-e", "A=1", "-v", "/data", TestImages.HTTPD)
                .strip();
        engine.docker("exec", id, "sh", "-c", "echo kept > /data/file");
        page.go("edit/" + id);
        page.await("the form", () -> ((Label) find("run-title")).getText().startsWith("edited"));
        page.await("its name", () -> ((TextField) find("run-name")).getText().equals("edited"));
        type("run-memory", "96m");
        page.await(
                "it is live", () -> ((ActionButton) find("run-act")).getText().equals("Apply"));
        assertTrue(find("edit-live").isVisible());
        assertFalse(find("edit-needs-new").isVisible());
        press("run-act");
        page.await("the limit", () -> inspect(id, "{{.HostConfig.Memory}}").equals(String.valueOf(96L << 20)));
        assertEquals("edited", inspect(id, "{{.Name}}").substring(1));

        page.await("the list", () -> page.address().startsWith("containers"));
        page.go("edit/" + id);
        page.await("its limit", () -> ((TextField) find("run-memory")).getText().equals("96m"));
        type("run-command", "httpd -f -p 8080 -h /www");
        page.await(
                "it needs a new one",
                () -> ((ActionButton) find("run-act")).getText().equals("Recreate edited"));
        press("run-act");
        page.await(
                "the new one",
                // For a moment nobody has the name.
                () -> {
                    String found = engine.tryDocker("inspect", "--format", "{{.Id}} {{.State.Running}}", "edited")
                            .output()
                            .strip();
                    return found.endsWith(" true") && !found.startsWith(id);
                });
        assertEquals("[httpd -f -p 8080 -h /www]", inspect("edited", "{{.Config.Cmd}}"));
        assertEquals(
                "kept", engine.docker("exec", "edited", "cat", "/data/file").strip());
        assertEquals("edited-old", inspect(id, "{{.Name}}").substring(1));
    }
}
