package io.quayside.desktop;

import io.quayside.desktop.instance.SingleInstance;
import io.quayside.desktop.lifecycle.Shutdown;
import io.quayside.desktop.lifecycle.StageWindow;
import io.quayside.desktop.lifecycle.WindowLife;
import io.quayside.desktop.lifecycle.tray.RunningContainers;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.ui.images.ImagesPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.volume.Helper;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
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
    ///
    /// @throws ExecutionException if the toolkit doesn't start
    static int run(StartOptions options, AppDirs dirs, SingleInstance instance, ToolkitStart toolkit)
            throws ExecutionException {
        Backend backend = new Backend(options, dirs);
        CountDownLatch noEngine = new CountDownLatch(1);
        backend.open(noEngine::countDown);
        QuaysideApp app = new QuaysideApp(backend, instance);
        try {
            toolkit.await();
            PlatformFxThread fx = new PlatformFxThread();
            fx.run(() -> app.show(fx, noEngine));
            fx.run(PulseTimer::install);
            app.ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return 0;
    }

    private void show(PlatformFxThread fx, CountDownLatch noEngine) {
        WindowLife[] life = new WindowLife[1];
        Composition composition = new Composition(backend, fx, () -> life[0].quit());
        Scene scene = composition.scene(StageWindow.WIDTH, StageWindow.HEIGHT);
        life[0] = new WindowLife(
                new Stage(),
                scene,
                composition.shell(),
                composition.fx(),
                composition.tasks(),
                backend.session(),
                backend.settings(),
                new RunningContainers(backend.session(), composition.tasks(), backend.problems(), Browser::open),
                shutdown(composition),
                ended::countDown);
        life[0].show();
        StartProbe.watch(scene, () -> composition.shell().navigator().go(Location.of(ImagesPage.PAGE)), life[0]::quit);
        instance.onShow(() -> composition.fx().run(life[0]::show));
        Thread.ofVirtual().name("first-run").start(() -> {
            try {
                noEngine.await();
                composition.fx().run(() -> composition.shell().navigator().go(Location.of("first-run")));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private Shutdown shutdown(Composition composition) {
        return new Shutdown()
                .step("remove what volumes are read through", SHORT, Helper::closeAll)
                .step("close the session", SHORT, backend.session()::close)
                .step("stop the engine if wanted", ENGINE_STOP, backend::stopOwnIfWanted)
                .step("let go of the machines", SHORT, backend.machines()::close)
                .step("keep the settings", SHORT, backend.settings()::close)
                .step("close the window's parts", SHORT, () -> composition.fx().run(composition::close));
    }
}
