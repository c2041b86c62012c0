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
    public record Request(Path file, Location page, Optional<Boolean> dark, double width, double height) {}

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
            private final long began = System.nanoTime();
            private int pulses;

            @Override
            public void handle(long now) {
                pulses = composition.settled() ? pulses + 1 : 0;
                boolean late = System.nanoTime() - began > PATIENCE.toNanos();
                if (pulses > PULSES || late) {
                    stop();
                    complete.set(!late);
                    image.complete(scene.snapshot(null));
                    composition.close();
                }
            }
        }.start();
    }
}
