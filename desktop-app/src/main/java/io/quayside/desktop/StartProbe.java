package io.quayside.desktop;

import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;

/// Says on standard output when the window shows the list of containers: for measuring the start, and for the run that
/// trains the AOT cache. Off unless the system property `quayside.probe` is set; `exit` ends the program then.
final class StartProbe {
    private static final String PROPERTY = "quayside.probe";
    private static final String EXIT = "exit";

    private StartProbe() {}

    static void watch(Scene scene, Runnable quit) {
        String wanted = System.getProperty(PROPERTY);
        if (wanted == null) {
            return;
        }
        new AnimationTimer() {
            private boolean filled;

            @Override
            public void handle(long now) {
                if (filled) {
                    // The pulse that filled the list has painted it.
                    stop();
                    System.out.println("ready");
                    if (wanted.equals(EXIT)) {
                        quit.run();
                    }
                }
                filled = scene.lookup("#containers-table") instanceof TreeTableView<?> table
                        && table.getExpandedItemCount() > 0;
            }
        }.start();
    }
}
