package io.quayside.desktop;

import io.quayside.desktop.instance.SingleInstance;
import io.quayside.desktop.lifecycle.Shutdown;
import io.quayside.desktop.lifecycle.StageWindow;
import io.quayside.desktop.lifecycle.WindowMode;
import io.quayside.desktop.lifecycle.WindowModes;
import io.quayside.desktop.lifecycle.tray.AwtTrayIcon;
import io.quayside.desktop.lifecycle.tray.Tray;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.engine.platform.AppDirs;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The running window, from the start of the toolkit to its end.
final class QuaysideApp {
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static final Duration ENGINE_STOP = Duration.ofMinutes(1);

    private final Backend backend;
    private final SingleInstance instance;
    private final CountDownLatch ended = new CountDownLatch(1);

    private QuaysideApp(Backend backend, SingleInstance instance) {
        this.backend = backend;
        this.instance = instance;
    }

    /// Opens the window and returns its exit code when it has closed for good.
    static int run(StartOptions options, AppDirs dirs, SingleInstance instance) {
        Backend backend = new Backend(options, dirs);
        CountDownLatch noEngine = new CountDownLatch(1);
        backend.open(noEngine::countDown);
        QuaysideApp app = new QuaysideApp(backend, instance);
        Platform.startup(() -> app.show(noEngine));
        try {
            app.ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return 0;
    }

    private void show(CountDownLatch noEngine) {
        Platform.setImplicitExit(false);
        WindowModes[] modes = new WindowModes[1];
        Composition composition = new Composition(backend, () -> modes[0].quitRequested());
        Scene scene = composition.scene(StageWindow.WIDTH, StageWindow.HEIGHT);
        StageWindow window = new StageWindow(
                new Stage(), scene, composition.shell(), backend.settings()::current, backend.settings()::update);
        Tray tray = new Tray(
                composition.fx(),
                AwtTrayIcon::open,
                backend.session(),
                composition.shell().status(),
                composition::trayContainers,
                () -> modes[0].show(),
                () -> modes[0].quitRequested());
        modes[0] = new WindowModes(
                window, tray::isThere, composition.tasks()::runningCount, () -> shutdown(composition, tray));
        window.connect(modes[0]);
        composition.onTasksChanged(modes[0]::tasksChanged, modes[0]::taskFailed);
        composition.followTray(tray);
        modes[0].show();
        StartProbe.watch(scene, () -> modes[0].quitRequested());
        instance.onShow(() -> composition.fx().run(() -> {
            if (modes[0].mode() != WindowMode.QUITTING) {
                modes[0].show();
            }
        }));
        Thread.ofVirtual().name("first-run").start(() -> {
            try {
                noEngine.await();
                composition.fx().run(() -> composition.shell().navigator().go(Location.of("first-run")));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void shutdown(Composition composition, Tray tray) {
        tray.close();
        composition.close();
        new Shutdown()
                .step("cancel tasks", SHORT, () -> composition.tasks().cancelAll(SHORT))
                .step("close the session", SHORT, backend.session()::close)
                .step("stop the engine if wanted", ENGINE_STOP, backend::stopOwnIfWanted)
                .step("keep the settings", SHORT, backend.settings()::close)
                .begin(ended::countDown);
    }
}
