package io.quayside.desktop.ui.theme;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.transform.Rotate;
import javafx.util.Duration;

/// Turns a node's arc once a second, in steps of 15 degrees, while it is active, in a window, and motion is wanted.
public final class Spin {
    private static final int STEPS = 24;

    private final Node node;
    private final Rotate turn;
    private final Timeline timeline;
    private final InvalidationListener update = ignored -> update();
    private boolean active;
    private boolean listening;

    public Spin(Node node, Rotate turn) {
        this.node = node;
        this.turn = turn;
        this.timeline = new Timeline(new KeyFrame(
                Duration.millis(1000.0 / STEPS), ignored -> turn.setAngle((turn.getAngle() + 360.0 / STEPS) % 360)));
        timeline.setCycleCount(Animation.INDEFINITE);
    }

    /// Whether there is something to wait for.
    public void setActive(boolean nowActive) {
        if (active == nowActive) {
            return;
        }
        active = nowActive;
        if (active) {
            node.sceneProperty().addListener(update);
        } else {
            node.sceneProperty().removeListener(update);
            turn.setAngle(0);
        }
        update();
    }

    /// Whether the arc moves now.
    public boolean isTurning() {
        return timeline.getStatus() == Animation.Status.RUNNING;
    }

    private void update() {
        boolean inScene = active && node.getScene() != null;
        if (inScene && !listening) {
            Motion.reducedProperty().addListener(update);
        } else if (!inScene && listening) {
            Motion.reducedProperty().removeListener(update);
        }
        listening = inScene;
        if (inScene && !Motion.isReduced()) {
            timeline.play();
        } else {
            timeline.stop();
        }
    }
}
