package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import java.io.IOException;
import java.util.List;

/// Scrolling through 10,000 containers, one and a half rows a frame. Drawn in software.
public final class ScrollMeasure {
    private static final int CONTAINERS = 10_000;
    private static final int RUNNING = 100;
    private static final int SETTLE_MILLIS = 5_000;

    private ScrollMeasure() {}

    public static Measure scroll10000() {
        return new Measure(List.of("scroll-10000"), ScrollMeasure::figures);
    }

    private static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        try (Workplace place = Workplace.with(CONTAINERS, RUNNING);
                WindowProcess window = WindowProcess.quayside(place, true)) {
            window.awaitReady();
            Thread.sleep(SETTLE_MILLIS);
            once(window); // its code is compiled then
            String[] words = once(window).split(" ");
            double frames = Double.parseDouble(words[1]);
            return List.of(
                    Figure.alone(
                            "scroll-10000-frame",
                            Double.parseDouble(words[4]) * 1000 / frames,
                            "<= 16.7 ms",
                            "ms",
                            "mean from one frame to the next, scrolling through 10,000 containers"),
                    Figure.alone("scroll-10000-p95", Double.parseDouble(words[3]), "-", "ms", "its 95th percentile"));
        }
    }

    private static String once(WindowProcess window) throws IOException, NotMeasuredException {
        window.command(QuaysideWindow.SCROLL);
        return window.awaitLine("scrolled");
    }
}
