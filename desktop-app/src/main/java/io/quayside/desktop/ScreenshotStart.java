package io.quayside.desktop;

import io.quayside.desktop.log.AppLog;
import io.quayside.desktop.settings.AppearanceSettings.MotionChoice;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.engine.platform.AppDirs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/// The rung that renders the real window on the real engine without a display.
public final class ScreenshotStart {
    /// How long the page may take for its data.
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /// After that nothing comes any more.
    private static final Duration DEADLINE = PATIENCE.plusSeconds(15);

    /// After the data came: one pulse applies styles and layout, the next has painted them.
    private static final int PULSES = 3;

    /// What to render.
    ///
    /// @param dark empty: as the settings say
    /// @param keys pressed one after the other once the page has its data
    public record Request(
            Path file,
            Location page,
            Optional<Boolean> dark,
            double width,
            double height,
            List<KeyCodeCombination> keys) {}

    private ScreenshotStart() {}

    /// Has to run before anything of JavaFX.
    private static void useNoDisplay() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /// Writes the picture. Returns whether everything in it had its data; an engine that is slow to answer is shown as
    /// slow.
    ///
    /// @throws TimeoutException if nothing could be rendered in time
    public static boolean run(StartOptions options, Request request)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        useNoDisplay();
        AppDirs dirs = AppDirs.of(options.dataDir()).create();
        AppLog.toFile(dirs.state());
        try (Backend backend = new Backend(options, dirs)) {
            if (!request.page().page().equals("first-run")) {
                backend.open(() -> {});
            }
            CompletableFuture<WritableImage> image = new CompletableFuture<>();
            AtomicBoolean complete = new AtomicBoolean();
            Platform.startup(() -> show(backend, request, image, complete));
            Picture.write(image.get(DEADLINE.toSeconds(), TimeUnit.SECONDS), request.file());
            return complete.get();
        } finally {
            Platform.exit();
        }
    }

    private static void show(
            Backend backend, Request request, CompletableFuture<WritableImage> image, AtomicBoolean complete) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> image.completeExceptionally(failure));
        Composition composition = new Composition(backend, new PlatformFxThread(), () -> {});
        composition.appearance(now -> {
            var still = now.withMotion(MotionChoice.REDUCED);
            return request.dark()
                    .map(dark -> still.withTheme(dark ? ThemeChoice.DARK : ThemeChoice.LIGHT))
                    .orElse(still);
        });
        Stage stage = new Stage();
        Scene scene = composition.scene(request.width(), request.height());
        stage.setScene(scene);
        stage.show();
        composition.shell().windowVisible(true);
        composition.shell().navigator().go(request.page());
        new AnimationTimer() {
            private final Iterator<KeyCodeCombination> keys = request.keys().iterator();
            private final Robot robot = new Robot();
            private final long began = System.nanoTime();
            private int pulses;

            @Override
            public void handle(long now) {
                pulses = composition.settled() ? pulses + 1 : 0;
                boolean late = System.nanoTime() - began > PATIENCE.toNanos();
                if (pulses > PULSES && !late && keys.hasNext()) {
                    press(robot, keys.next());
                    pulses = 0;
                } else if (pulses > PULSES || late) {
                    stop();
                    complete.set(!late);
                    image.complete(scene.snapshot(null));
                    composition.close();
                }
            }
        }.start();
    }

    private static void press(Robot robot, KeyCodeCombination keys) {
        List<KeyCode> held = new ArrayList<>();
        hold(held, keys.getControl(), KeyCode.CONTROL);
        hold(held, keys.getMeta(), KeyCode.META);
        hold(held, keys.getAlt(), KeyCode.ALT);
        hold(held, keys.getShift(), KeyCode.SHIFT);
        held.forEach(robot::keyPress);
        robot.keyType(keys.getCode());
        held.reversed().forEach(robot::keyRelease);
    }

    private static void hold(List<KeyCode> held, KeyCombination.ModifierValue wanted, KeyCode key) {
        if (wanted == KeyCombination.ModifierValue.DOWN) {
            held.add(key);
        }
    }
}
