package io.quayside.terminal.fx;

import java.util.function.BooleanSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/// Lets the caret blink for a while after the last key, then leaves it on, so that an idle terminal costs nothing.
final class CaretBlink {
    private static final Duration HALF = Duration.millis(530);
    private static final int TIMES = 20;
    private final Timeline timeline;
    private final BooleanSupplier still;
    private boolean on = true;

    /// @param still whether it is to stay on instead
    CaretBlink(Runnable changed, BooleanSupplier still) {
        this.still = still;
        timeline = new Timeline(new KeyFrame(HALF, event -> {
            on = !on;
            changed.run();
        }));
        // An even number, so that it ends as it began.
        timeline.setCycleCount(TIMES);
    }

    void restart() {
        stop();
        if (!still.getAsBoolean()) {
            timeline.playFromStart();
        }
    }

    void stop() {
        on = true;
        timeline.stop();
    }

    boolean isOn() {
        return on;
    }
}
