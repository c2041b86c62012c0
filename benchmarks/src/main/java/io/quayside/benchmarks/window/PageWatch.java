package io.quayside.benchmarks.window;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// Opens a page of the rail by its keys and says `PAGE-open` when it is there, then `PAGE-painted` when its rows were
/// painted. FX thread.
final class PageWatch {
    private PageWatch() {}

    static void begin(String page, KeyCode digit) {
        Scene scene = Window.getWindows().getFirst().getScene();
        scene.getFocusOwner()
                .fireEvent(new KeyEvent(
                        KeyEvent.KEY_PRESSED, digit.getChar(), digit.getChar(), digit, false, true, false, false));
        new AnimationTimer() {
            private boolean open;
            private boolean filled;

            @Override
            public void handle(long now) {
                if (filled) {
                    // The pulse that filled the list has painted it.
                    stop();
                    System.out.println(page + "-painted");
                    return;
                }
                if (!open && scene.lookup("#page-" + page) != null) {
                    open = true;
                    System.out.println(page + "-open");
                }
                filled = scene.lookup("#" + page + "-table") instanceof TableView<?> table
                        && !table.getItems().isEmpty();
            }
        }.start();
    }
}
