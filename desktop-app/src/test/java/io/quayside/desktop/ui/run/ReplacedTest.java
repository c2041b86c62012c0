package io.quayside.desktop.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.recreate.Replacement;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.engine.TestRegistry;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Containers that are made again, from the window, on a real engine and with a real registry.
class ReplacedTest {
    private static TestEngine engine;
    private static PageFixture page;

    @BeforeAll
    static void open() {
        engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        page = PageFixture.open(engine.socket());
        page.await("the engine", () -> page.session().engine().isPresent());
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

    private static String inspect(String container, String format) {
        return engine.docker("inspect", "--format", format, container).strip();
    }

    private static boolean isThere(String container) {
        return engine.tryDocker("inspect", container).succeeded();
    }

    private static Optional<AppTask> task(String title) {
        return Fx.call(() -> page.parts().tasks().shown().stream()
                .filter(one -> one.titleProperty().get().equals(title)
                        && one.stateProperty().get() != AppTask.State.RUNNING)
                .findFirst());
    }

    private static AppTask ended(String title) {
        PageFixture.await(title, Duration.ofSeconds(90), () -> task(title).isPresent());
        return task(title).orElseThrow();
    }

    private static Replacement recreate(String name) throws EngineException {
        Engine connected = page.session().engine().orElseThrow();
        return ContainerEdit.of(connected, name)
                .to(spec -> spec.with(spec.config().toBuilder().user("1000").build()))
                .recreate(connected, false);
    }

    /// The page of a container, once the window knows it and what state it is in: a problem that is told before it is
    /// known
    /// to run would go with its start.
    private static void show(String container) {
        boolean running = inspect(container, "{{.State.Running}}").equals("true");
        page.go("container/" + container + "/mounts");
        page.await(
                "the page of " + container,
                () -> page.detail().model().lineProperty().get().stream()
                        .anyMatch(line -> line.name().equals(container)
                                && line.container().isUp() == running));
    }

    private static void pressButton(String text) {
        page.await("a button " + text, () -> button(text).isPresent());
        Fx.run(() -> button(text).orElseThrow().fire());
    }

    private static Optional<Button> button(String text) {
        return page.root().lookupAll(".button").stream()
                .filter(node -> node instanceof Labeled label && text.equals(label.getText()))
                .map(Button.class::cast)
                .findFirst();
    }

    @Test
    void anImageIsUpdatedFromItsRegistryAndTheOldContainerComesBack() {
        try (TestRegistry registry = TestRegistry.start()) {
            String image = registry.address() + "/web:1";
            engine.docker("tag", TestImages.HTTPD, image);
            engine.docker("push", image);
            String id = engine.docker("run", "-d", "--name", "web", "--stop-signal", "KILL", "-e", "OWN=1", image)
                    .strip();
            show("web");
            ImageUpdate update = new ImageUpdate(page.parts(), (failed, problem, again) -> {});

            Fx.run(() -> update.start(id, "web"));
            AppTask same = ended("Looked for a newer image of web");
            assertEquals(
                    image + " is up to date, web runs on it already",
                    Fx.call(() -> same.detailProperty().get()));
            assertEquals(id, inspect("web", "{{.Id}}"));
            assertTrue(same.next().isEmpty());
            Fx.run(() -> page.parts().tasks().dismiss(same));

            // Somebody pushes another image of that name, and this engine has the old one still.
            engine.docker("create", "--name", "base", TestImages.HTTPD);
            engine.docker("commit", "--change", "ENV NEWER=1", "base", image);
            engine.docker("rm", "base");
            engine.docker("push", image);
            String newer = inspect(image, "{{.Id}}");
            engine.docker("tag", inspect("web", "{{.Image}}"), image);

            Fx.run(() -> update.start(id, "web"));
            AppTask done = ended("Looked for a newer image of web");
            assertEquals(newer, inspect("web", "{{.Image}}"));
            assertTrue(
                    inspect("web", "{{.Config.Env}} {{.State.Running}}")
                            .matches(".*OWN=1.*NEWER=1.*true|.*NEWER=1.*OWN=1.*true"),
                    inspect("web", "{{.Config.Env}}"));
            assertEquals("web-old", inspect(id, "{{.Name}}").substring(1));
            Fx.run(() -> done.next().orElseThrow().run().run());
            PageFixture.await(
                    "the old one is back",
                    Duration.ofSeconds(60),
                    () -> inspect(id, "{{.Name}} {{.State.Running}}").equals("/web true"));
        }
    }

    @Test
    void theMenuAsksBeforeAndAFailureIsTold() {
        try (TestRegistry registry = TestRegistry.start()) {
            String image = registry.address() + "/nobody:1";
            engine.docker("tag", TestImages.HTTPD, image);
            String id = engine.docker("run", "-d", "--name", "lonely", "--stop-signal", "KILL", image)
                    .strip();
            show("lonely");
            page.command("container.update-image");
            pressButton("Update lonely");
            ended("Updating the image of lonely");
            assertEquals(id, inspect("lonely", "{{.Id}}"));
            assertEquals("true", inspect("lonely", "{{.State.Running}}"));
            page.await(
                    "told", () -> page.detail().model().problemProperty().get().isPresent());
        }
    }

    @Test
    void theOldOneGoesWhenItsTimeIsOver() throws EngineException {
        engine.docker("run", "-d", "--name", "short", "--stop-signal", "KILL", TestImages.HTTPD);
        Replacement made = recreate("short");
        AppTask.NextStep undo = Fx.call(() -> new KeptContainers(page.parts(), Duration.ofSeconds(1)).keep(made));
        PageFixture.await("the old one is gone", Duration.ofSeconds(60), () -> !isThere(made.oldId()));
        assertEquals("true", inspect("short", "{{.State.Running}}"));
        Fx.run(undo.run()::run);
        AppTask late = ended("Bringing short back");
        assertEquals(
                "short-old is gone: it was kept for 0 min.",
                late.problem().orElseThrow().why());
        assertEquals(made.newId(), inspect("short", "{{.Id}}"));
    }

    @Test
    void theOldOneStaysWhileNothingIsInItsPlaceOrItRuns() throws EngineException, InterruptedException {
        engine.docker("run", "-d", "--name", "precious", "--stop-signal", "KILL", TestImages.HTTPD);
        Replacement made = recreate("precious");
        Engine connected = page.session().engine().orElseThrow();
        io.quayside.engine.recreate.Recreation recreation = new io.quayside.engine.recreate.Recreation(connected);
        engine.docker("start", made.oldId());
        assertEquals(false, recreation.discardUnneeded(made));
        engine.docker("kill", made.oldId());
        engine.docker("rm", "-f", made.newId());
        assertEquals(false, recreation.discardUnneeded(made));
        assertTrue(isThere(made.oldId()));
    }

    @Test
    void oneThatIsLeftOfAnotherTimeIsOfferedAndNeverRemovedUnasked() throws EngineException {
        engine.docker("run", "-d", "--name", "left", "--stop-signal", "KILL", TestImages.HTTPD);
        Replacement made = recreate("left");
        String label = inspect("left", "{{index .Config.Labels \"io.quayside.replaces\"}}");
        assertTrue(label.startsWith(made.oldId() + " left left-old true no 0 "), label);
        // As if it had been made yesterday.
        String yesterday = label.substring(0, label.lastIndexOf(' ') + 1)
                + java.time.Instant.now().minus(Duration.ofDays(1));
        engine.docker("rm", "-f", "left");
        engine.docker(
                "run",
                "-d",
                "--name",
                "left",
                "--stop-signal",
                "KILL",
                "--label",
                "io.quayside.replaces=" + yesterday,
                TestImages.HTTPD);
        try (OldContainers old = Fx.call(() -> new OldContainers(page.parts()))) {
            AppTask offer = ended("left-old is still there");
            assertTrue(isThere(made.oldId()));
            Fx.run(() -> offer.next().orElseThrow().run().run());
            PageFixture.await("it is gone", Duration.ofSeconds(60), () -> !isThere(made.oldId()));
            assertTrue(old != null);
        }
        assertEquals("true", inspect("left", "{{.State.Running}}"));
    }
}
