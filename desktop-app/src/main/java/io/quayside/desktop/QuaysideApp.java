package io.quayside.desktop;

import io.quayside.desktop.instance.SingleInstance;
import io.quayside.engine.platform.AppDirs;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The running window, from the start of the toolkit to its end.
final class QuaysideApp {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 600;

    private final Backend backend;
    private final SingleInstance instance;
    private final CountDownLatch ended = new CountDownLatch(1);

    private QuaysideApp(Backend backend, SingleInstance instance) {
        this.backend = backend;
        this.instance = instance;
    }

    /// Opens the window and returns its exit code when it has closed.
    static int run(StartOptions options, AppDirs dirs, SingleInstance instance) {
        try (Backend backend = new Backend(options, dirs)) {
            backend.open();
            QuaysideApp app = new QuaysideApp(backend, instance);
            Platform.startup(app::show);
            app.ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return 0;
    }

    private void show() {
        Composition composition = new Composition(backend, ended::countDown);
        Stage stage = new Stage();
        stage.setTitle("Quayside");
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(composition.scene(WIDTH, HEIGHT));
        stage.setOnHidden(event -> {
            composition.close();
            ended.countDown();
        });
        stage.showingProperty().subscribe(showing -> composition.shell().windowVisible(showing));
        stage.focusedProperty().subscribe(focused -> composition.shell().windowFocused(focused));
        stage.show();
        StartProbe.watch(stage.getScene(), ended::countDown);
        instance.onShow(() -> Platform.runLater(() -> bringToFront(stage)));
    }

    private static void bringToFront(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }
}
