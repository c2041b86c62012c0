package io.quayside.desktop.ui.engine.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.OwnEngine;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.control.AccessibleAssertions;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.Filters;
import io.quayside.engine.model.ImageFilter;
import io.quayside.engine.model.Volume;
import io.quayside.engine.model.VolumeSpec;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The disk on the page Engine, of a real engine of this test's own.
class DiskOnEngineTest {
    private final PlatformFxThread fx = new PlatformFxThread();
    private final List<Confirmation> asked = new ArrayList<>();
    private OwnEngine host;

    @BeforeEach
    void begin() throws Exception {
        host = OwnEngine.start();
    }

    @AfterEach
    void end() throws Exception {
        host.end();
    }

    private List<String> tags() throws EngineException {
        return host.engine().images().list(ImageFilter.everything()).stream()
                .flatMap(image -> image.tags().stream())
                .sorted()
                .toList();
    }

    @Test
    void whatIsCheckedGoesAndNothingElse() throws Exception {
        host.image("kept");
        host.image("unused");
        String running = host.engine()
                .containers()
                .create(ContainerSpec.of("kept:1"), CreateOptions.named("running"))
                .id();
        host.engine().containers().start(running);
        host.engine().containers().create(ContainerSpec.of("kept:1"), CreateOptions.named("stopped"));
        host.engine().volumes().create(VolumeSpec.named("data"));

        DiskViewModel model = Fx.call(() -> new DiskViewModel(
                host.backend().session(),
                EngineDisk.none(),
                new TaskRunner(
                        fx,
                        InstantSource.system(),
                        failure -> host.backend().problems().map(failure, new Attempt("do", "that"))),
                host.backend().problems(),
                new DiskRuns(host.top().resolve("runs")),
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
        OwnEngine.await("measured", () -> model.measuredProperty().get().isPresent());
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
        OwnEngine.await(
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
                host.engine().containers().list(ContainerFilter.everything()).stream()
                        .map(container -> container.name())
                        .toList());
        assertEquals(
                List.of("data"),
                host.engine().volumes().list(Filters.none()).stream()
                        .map(Volume::name)
                        .toList());
        assertEquals(List.of(), Fx.call(model::chosen));
        host.engine().containers().kill(running, "KILL");
        Fx.run(card::leave);
    }
}
