package io.quayside.benchmarks.window;

import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// A window without a program behind it. Says `ready` once it is painted; told to `exit` that is its end, told to be
/// `driven` a line on standard input hides it.
final class PeerWindow {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;

    private PeerWindow() {}

    static void run(String mode, Supplier<Scene> scene) {
        Platform.startup(() -> show(scene.get(), mode.equals("exit")));
        if (mode.equals("driven")) {
            WindowCommands.listen(Map.of());
        }
    }

    private static void show(Scene scene, boolean exit) {
        Platform.setImplicitExit(false);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        new AnimationTimer() {
            private boolean painted;

            @Override
            public void handle(long now) {
                if (painted) {
                    stop();
                    System.out.println("ready");
                    if (exit) {
                        System.exit(0);
                    }
                }
                painted = true;
            }
        }.start();
    }
}
