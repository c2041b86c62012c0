package io.quayside.desktop.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.Backend;
import io.quayside.desktop.StartOptions;
import io.quayside.desktop.engines.KeptEngines;
import io.quayside.desktop.settings.AddedEngine;
import io.quayside.desktop.settings.SettingsStore;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.engine.AddEngineViewModel.Field;
import io.quayside.desktop.ui.engine.AddEngineViewModel.Way;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.engine.platform.AppDirs;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The form for another engine, in the list it adds to.
class AddEngineTest {
    private final PlatformFxThread fx = new PlatformFxThread();

    @TempDir
    private Path top;

    private Backend backend;
    private ChooseEngineViewModel list;
    private AddEngineViewModel form;
    private ChooseEngineView view;

    @BeforeEach
    void open() throws IOException {
        AppDirs dirs = AppDirs.of(Optional.of(top)).create();
        backend = new Backend(new StartOptions(Optional.empty(), Optional.of(top)), dirs);
        EngineTester tester = new EngineTester(backend.engines(), backend.problems());
        KeptEngines kept = new KeptEngines(backend.settings(), tester);
        list = new ChooseEngineViewModel(backend.session(), tester::test, kept, choice -> {}, fx);
        form = Fx.call(() -> new AddEngineViewModel(kept, fx));
        view = Fx.call(() -> new ChooseEngineView(list, form, () -> {}));
        Fx.run(() -> new Scene(view, 900, 700));
        Fx.run(() -> button("Connect to another engine…").fire());
    }

    @AfterEach
    void close() {
        backend.close();
    }

    private ActionButton button(String name) {
        view.applyCss();
        view.layout();
        return view.lookupAll(".button").stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .map(ActionButton.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + name));
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!Fx.call(condition::getAsBoolean)) {
            assertTrue(Instant.now().isBefore(end), "Still not: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void fill(Way way, String name, String address) {
        Fx.run(() -> {
            form.wayProperty().set(way);
            form.textProperty(Field.NAME).set(name);
            form.textProperty(Field.ADDRESS).set(address);
        });
    }

    private void press() {
        Fx.run(() -> button("Test and add").fire());
    }

    private String wrong(Field field) {
        return Fx.call(() -> form.wrongProperty(field).get().orElse(""));
    }

    private List<AddedEngine> added() {
        return backend.settings().current().engine().added();
    }

    @Test
    void everyControlHasAName() {
        for (Way way : Way.values()) {
            Fx.run(() -> {
                form.wayProperty().set(way);
                AccessibleAssertions.everyControlHasText(view);
                Node key = view.lookup("#add-engine-key").getParent().getParent();
                assertEquals(way == Way.TLS, key.isVisible() && key.isManaged());
            });
        }
    }

    @Test
    void whatIsWrongStandsAtItsField() throws IOException {
        press();
        assertEquals("It needs a name.", wrong(Field.NAME));
        assertEquals("It needs an address, as in /run/docker.sock.", wrong(Field.ADDRESS));
        assertEquals("", wrong(Field.AUTHORITY));
        fill(Way.SOCKET, "a", "run/docker.sock");
        assertEquals("", wrong(Field.ADDRESS));
        press();
        assertEquals("A Unix socket needs an absolute path, as in unix:///run/docker.sock.", wrong(Field.ADDRESS));
        fill(Way.TCP, "a", "host:99999");
        press();
        assertEquals("“99999” isn't a port; ports are 1 to 65535.", wrong(Field.ADDRESS));
        fill(Way.SSH, "a", "tcp://host:2375");
        press();
        assertEquals("This is no address for SSH. Choose the way that fits it above.", wrong(Field.ADDRESS));
        fill(Way.TLS, "a", "host:2376");
        Path file = Files.writeString(top.resolve("cert.pem"), "x");
        Fx.run(() -> {
            form.textProperty(Field.AUTHORITY).set(top.resolve("gone.pem").toString());
            form.textProperty(Field.CERTIFICATE).set(file.toString());
        });
        press();
        assertEquals("There is no file there that can be read.", wrong(Field.AUTHORITY));
        assertEquals("", wrong(Field.CERTIFICATE));
        assertEquals("A certificate and its key go together.", wrong(Field.KEY));
        assertEquals(Optional.empty(), Fx.call(() -> form.resultProperty().get()));
        Node shown = Fx.call(() -> view.lookup("#add-engine-key"));
        assertEquals("A certificate and its key go together.", Fx.call(shown::getAccessibleHelp));
        assertEquals(List.of(), added());
    }

    @Test
    void anEngineThatDoesNotAnswerIsNotKept() {
        fill(Way.SOCKET, "gone", top.resolve("no.sock").toString());
        press();
        await(
                "it failed",
                () -> form.resultProperty()
                        .get()
                        .filter(EngineTest.Fails.class::isInstance)
                        .isPresent());
        assertTrue(
                Fx.call(() -> form.resultProperty().get().orElseThrow().words()).contains("no.sock"));
        assertEquals(List.of(), added());
        Fx.run(() -> form.textProperty(Field.NAME).set("other"));
        assertEquals(Optional.empty(), Fx.call(() -> form.resultProperty().get()));
    }

    @Test
    void anEngineOverTlsIsTestedKeptUsedAndRemoved() throws Exception {
        try (TestEngine engine = TestEngines.fresh(EngineKind.DOCKER_20_10, Listener.TLS)) {
            fill(Way.TLS, "farm", engine.tcpHost());
            Fx.run(() -> {
                form.textProperty(Field.AUTHORITY).set(engine.tls().ca().toString());
                form.textProperty(Field.CERTIFICATE)
                        .set(engine.tls().certificate().toString());
                form.textProperty(Field.KEY).set(engine.tls().key().toString());
            });
            press();
            await("it is kept", () -> !added().isEmpty());
            await("it is in the list and answers", () -> list.settled() && test("farm") instanceof EngineTest.Answers);
            assertFalse(Fx.call(() -> view.lookupAll("#add-engine").iterator().hasNext()));

            EngineChoice choice = choice("farm");
            backend.session().use(choice);
            await("it is used", () -> backend.session().status() instanceof EngineStatus.Connected);

            backend.settings().close();
            SettingsStore later = SettingsStore.open(top.resolve("config/settings.json"));
            assertEquals(added(), later.current().engine().added());
            assertEquals("farm", backend.engines().named(choice.key()).title());

            fill(Way.SOCKET, "farm", "/x.sock");
            Fx.run(() -> form.add(() -> {}));
            assertEquals("There is an engine with this name already.", wrong(Field.NAME));

            Fx.run(() -> list.remove(added().getFirst()));
            assertEquals(List.of(), added());
            assertEquals(
                    Optional.of("It was removed from the list of engines."),
                    backend.engines().named(choice.key()).problem());
        }
    }

    private EngineChoice choice(String title) {
        return Fx.call(() -> list.candidates().stream()
                .map(candidate -> candidate.choice())
                .filter(found -> found.title().equals(title))
                .findFirst()
                .orElseThrow());
    }

    private EngineTest test(String title) {
        return list.candidates().stream()
                .filter(candidate -> candidate.choice().title().equals(title))
                .map(candidate -> candidate.testProperty().get())
                .findFirst()
                .orElse(new EngineTest.Testing());
    }
}
