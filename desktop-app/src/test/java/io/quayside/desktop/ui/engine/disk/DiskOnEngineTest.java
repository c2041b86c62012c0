package io.quayside.desktop.ui.engine.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.Backend;
import io.quayside.desktop.StartOptions;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.ImportSpec;
import io.quayside.engine.model.Volume;
import io.quayside.engine.model.VolumeSpec;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The disk on the page Engine, of a real engine of this test's own.
class DiskOnEngineTest {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final PlatformFxThread fx = new PlatformFxThread();
    private final List<Confirmation> asked = new ArrayList<>();
    private Path top = Path.of("");
    private Backend backend;

    @BeforeEach
    void begin() throws Exception {
        if (!PlatformInfo.current().isRoot() || Command.find("dockerd").isEmpty()) {
            TestEngines.unavailable("a rootful engine needs root and dockerd");
        }
        top = Files.createTempDirectory(Path.of("/var/tmp"), "qs-disk-");
        backend = new Backend(
                new StartOptions(Optional.empty(), Optional.of(top)),
                AppDirs.of(Optional.of(top)).create());
        backend.session().useAndStart(backend.engines().own());
        await("connected", () -> backend.session().status() instanceof EngineStatus.Connected);
    }

    @AfterEach
    void end() throws Exception {
        if (backend.own().refresh().runs()) {
            backend.own().stop();
        }
        backend.close();
        Command.of("rm", "-rf", "--one-file-system", top.toString()).run().orFail();
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!Fx.call(condition::getAsBoolean)) {
            assertTrue(Instant.now().isBefore(end), "Still not: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private Engine engine() {
        return backend.session().engine().orElseThrow();
    }

    private void image(String name, String tag) throws EngineException {
        engine().images()
                .importImage(
                        new ImportSpec(
                                name, tag, "of a test", "", List.of("CMD [\"sleep\", \"1000\"]", "LABEL n=" + name)),
                        out -> out.write(TestImages.busyboxArchive()));
    }

    private List<String> tags() throws EngineException {
        return engine().images().list(ImageFilter.everything()).stream()
                .flatMap(image -> image.tags().stream())
                .sorted()
                .toList();
    }

    @Test
    void whatIsCheckedGoesAndNothingElse() throws Exception {
        image("kept", "1");
        image("unused", "1");
        String running = engine().containers()
                .create(ContainerSpec.of("kept:1"), CreateOptions.named("running"))
                .id();
        engine().containers().start(running);
        engine().containers().create(ContainerSpec.of("kept:1"), CreateOptions.named("stopped"));
        engine().volumes().create(VolumeSpec.named("data"));

        DiskViewModel model = Fx.call(() -> new DiskViewModel(
                backend.session(),
                EngineDisk.none(),
                new TaskRunner(
                        fx,
                        InstantSource.system(),
                        failure -> backend.problems().map(failure, new Attempt("do", "that"))),
                backend.problems(),
                new DiskRuns(top.resolve("runs")),
                fx,
                InstantSource.system()));
        DiskCard card = Fx.call(() -> new DiskCard(
                model,
                (question, act) -> {
                    asked.add(question);
                    act.run();
                },
                () -> {}));
        Fx.run(() -> {
            new Themes(AppearanceSettings.DEFAULT).dress(new Scene((javafx.scene.Parent) card.root(), 700, 500));
            card.enter();
        });
        await("measured", () -> model.measuredProperty().get().isPresent());
        Fx.run(() -> {
            card.root().applyCss();
            card.root().layout();
            AccessibleAssertions.everyControlHasText(card.root());
        });
        assertFalse(Fx.call(() -> ((CheckBox) card.root().lookup("#disk-volumes")).isSelected()));
        assertFalse(Fx.call(() -> card.root().lookup("#disk-shrink").isVisible()), "there is no file to shrink");
        ActionButton free = Fx.call(() -> (ActionButton) card.root().lookup("#disk-free"));
        assertEquals(Optional.empty(), Fx.call(free::unavailableReason));
        Fx.run(free::fire);
        await(
                "freed",
                () -> !model.resultProperty().get().isEmpty()
                        && !model.busyProperty().get());

        assertEquals(
                List.of("stopped", "unused:1"),
                asked.getFirst().lines().stream()
                        .map(Confirmation.Line::name)
                        .sorted()
                        .toList());
        assertTrue(Fx.call(() -> ((Label) card.root().lookup("#disk-result")).getText())
                .startsWith("Freed "));
        assertEquals(List.of("kept:1"), tags());
        assertEquals(
                List.of("running"),
                engine().containers().list(ContainerFilter.everything()).stream()
                        .map(container -> container.name())
                        .toList());
        assertEquals(
                List.of("data"),
                engine().volumes().list(Filters.none()).stream()
                        .map(Volume::name)
                        .toList());
        assertEquals(List.of(), Fx.call(model::chosen));
        engine().containers().kill(running, "KILL");
        Fx.run(card::leave);
    }
}
