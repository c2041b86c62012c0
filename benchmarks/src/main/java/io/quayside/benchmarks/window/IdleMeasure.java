package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import java.io.IOException;
import java.util.List;

/// What a window with 50 running containers takes while nobody touches it. It and the empty window run side by side.
public final class IdleMeasure {
    private static final int CONTAINERS = 50;
    private static final int SETTLE_MILLIS = 90_000; // until code that runs every second is compiled
    private static final int SECONDS = 60;

    private IdleMeasure() {}

    /// CPU and memory with the window shown.
    public static Measure shown() {
        return new Measure(List.of("idle-50-shown", "rss-50"), () -> figures(false));
    }

    /// CPU with the window hidden, as it is in the tray.
    public static Measure hidden() {
        return new Measure(List.of("idle-50-hidden"), () -> figures(true));
    }

    private static List<Figure> figures(boolean hidden) throws IOException, InterruptedException, NotMeasuredException {
        try (Workplace place = Workplace.with(CONTAINERS, CONTAINERS)) {
            try (WindowProcess ours = WindowProcess.quayside(place, true);
                    WindowProcess empty = WindowProcess.empty(place, true)) {
                return measured(ours, empty, hidden);
            }
        }
    }

    private static List<Figure> measured(WindowProcess ours, WindowProcess empty, boolean hidden)
            throws IOException, InterruptedException, NotMeasuredException {
        ours.awaitReady();
        empty.awaitReady();
        if (hidden) {
            ours.command("hide");
            empty.command("hide");
        }
        Thread.sleep(SETTLE_MILLIS);
        double mine = ours.cpuSeconds();
        double theirs = empty.cpuSeconds();
        Thread.sleep(SECONDS * 1000L);
        mine = (ours.cpuSeconds() - mine) * 100 / SECONDS;
        theirs = (empty.cpuSeconds() - theirs) * 100 / SECONDS;
        if (hidden) {
            return List.of(Figure.against(
                    "idle-50-hidden", mine, theirs, "<= 0.1 %", "% of a core", "50 running, window hidden, 60 s"));
        }
        return List.of(
                Figure.against(
                        "idle-50-shown", mine, theirs, "<= 1 %", "% of a core", "50 running, window shown, 60 s"),
                Figure.against(
                        "rss-50",
                        ours.residentMegabytes(),
                        empty.residentMegabytes(),
                        "<= 1.6",
                        "MB",
                        "resident memory after those 60 s, against an empty window"));
    }
}
