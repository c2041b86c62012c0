package io.quayside.benchmarks.window;

import java.util.Arrays;
import javafx.animation.AnimationTimer;
import javafx.scene.control.skin.VirtualFlow;

/// Scrolls the list of containers for some seconds, a step with each frame, and says `scrolled FRAMES P50
/// P95 SECONDS`: the frames' times in milliseconds from one to the next.
final class Scrolling extends AnimationTimer {
    private static final double STEP = 60;
    private static final int FRAMES = 400;

    private final VirtualFlow<?> flow;
    private final double[] millis = new double[FRAMES];
    private int count = -1;
    private long last;

    private Scrolling(VirtualFlow<?> flow) {
        this.flow = flow;
    }

    static void begin() {
        new Scrolling((VirtualFlow<?>) RowWatch.containers().lookup(".virtual-flow")).start();
    }

    @Override
    public void handle(long ignored) {
        long now = System.nanoTime();
        if (count >= 0) {
            millis[count] = (now - last) / 1e6;
        }
        last = now;
        count++;
        if (count < FRAMES) {
            flow.scrollPixels(STEP);
            return;
        }
        stop();
        double seconds = Arrays.stream(millis).sum() / 1000;
        Arrays.sort(millis);
        System.out.println(
                "scrolled " + FRAMES + " " + millis[FRAMES / 2] + " " + millis[FRAMES * 95 / 100] + " " + seconds);
    }
}
