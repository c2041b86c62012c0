package io.quayside.desktop;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;

/// Says on standard output when the window shows the list of containers: for measuring the start, and for the run that
/// trains the AOT cache. Off unless the system property `quayside.probe` is set; `exit` ends the program then, after
/// the
/// list of images was shown too, so that the cache has what that page needs.
final class StartProbe {
    private static final String PROPERTY = "quayside.probe";
    private static final String EXIT = "exit";

    private StartProbe() {}

    /// @param images goes to the list of images
    static void watch(Scene scene, Runnable images, Runnable quit) {
        String wanted = System.getProperty(PROPERTY);
        if (wanted == null) {
            return;
        }
        when(
                () -> scene.lookup("#containers-table") instanceof TreeTableView<?> table
                        && table.getExpandedItemCount() > 0,
                () -> {
                    System.out.println("ready");
                    if (wanted.equals(EXIT)) {
                        images.run();
                        when(
                                () -> scene.lookup("#images-table") instanceof TableView<?> table
                                        && !table.getItems().isEmpty(),
                                quit);
                    }
                });
    }

    /// Runs `then` once what was filled is painted.
    private static void when(BooleanSupplier filled, Runnable then) {
        new AnimationTimer() {
            private boolean isFilled;

            @Override
            public void handle(long now) {
                if (isFilled) {
                    // The pulse that filled the list has painted it.
                    stop();
                    then.run();
                }
                isFilled = filled.getAsBoolean();
            }
        }.start();
    }
}
