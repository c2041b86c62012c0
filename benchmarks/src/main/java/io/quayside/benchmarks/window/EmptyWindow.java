package io.quayside.benchmarks.window;

import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that JavaFX can do: a window of Quayside's size with nothing in it. Says `ready` once it is painted; with
/// the argument `exit` that is its end, with `driven` a line on standard input hides it.
public final class EmptyWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private EmptyWindow() {}

    public static void main(String[] args) {
        boolean exit = args[0].equals("exit");
        Platform.startup(() -> show(exit));
        if (args[0].equals("driven")) {
            WindowCommands.listen(Map.of());
        }
    }

    private static void show(boolean exit) {
        Platform.setImplicitExit(false);
        Stage stage = new Stage();
        stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
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
