package io.quayside.benchmarks.window;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Opens the Images page by its keys and says `images-open` when it is there, then `images-painted` when its rows were
/// painted. FX thread.
final class ImageWatch {
    private ImageWatch() {}

    static void begin() {
        Scene scene = Window.getWindows().getFirst().getScene();
        scene.getFocusOwner()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "2", "2", KeyCode.DIGIT2, false, true, false, false));
        new AnimationTimer() {
            private boolean open;
            private boolean filled;

            @Override
            public void handle(long now) {
                if (filled) {
                    // The pulse that filled the list has painted it.
                    stop();
                    System.out.println("images-painted");
                    return;
                }
                if (!open && scene.lookup("#page-images") != null) {
                    open = true;
                    System.out.println("images-open");
                }
                filled = scene.lookup("#images-table") instanceof TableView<?> table
                        && !table.getItems().isEmpty();
            }
        }.start();
    }
}
