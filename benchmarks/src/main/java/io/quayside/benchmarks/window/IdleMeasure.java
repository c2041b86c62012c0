package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.util.List;
import org.opentest4j.TestAbortedException;

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

    /// CPU with the window shown, on a real engine.
    public static Measure onEngine() {
        return new Measure(List.of("idle-50-engine"), IdleMeasure::engineFigures);
    }

    private static List<Figure> engineFigures() throws IOException, InterruptedException, NotMeasuredException {
        try (TestEngine engine = engine();
                Workplace place = Workplace.with(0, 0);
                WindowProcess ours = WindowProcess.quayside(place, engine.host(), true);
                WindowProcess empty = WindowProcess.empty(place, true)) {
            ours.awaitReady();
            empty.awaitReady();
            String version =
                    engine.docker("version", "-f", "{{.Server.Version}}").strip();
            return List.of(used(ours, empty)
                    .figure(
                            "idle-50-engine",
                            "<= 1 %",
                            "50 running on a real Docker " + version + ", window shown, 60 s"));
        }
    }

    private static TestEngine engine() throws NotMeasuredException {
        try {
            TestEngine engine = TestEngines.fresh(EngineKind.DOCKER_20_10);
            TestImages.ensure(engine);
            for (int i = 0; i < CONTAINERS; i++) {
                engine.docker("run", "-d", "--stop-signal", "KILL", TestImages.BUSYBOX, "sleep", "100000");
            }
            return engine;
        } catch (TestAbortedException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
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
            return List.of(used(ours, empty).figure("idle-50-hidden", "<= 0.1 %", "50 running, window hidden, 60 s"));
        }
        return List.of(
                used(ours, empty).figure("idle-50-shown", "<= 1 %", "50 running, window shown, 60 s"),
                Figure.against(
                        "rss-50",
                        ours.residentMegabytes(),
                        empty.residentMegabytes(),
                        "<= 1.6",
                        "MB",
                        "resident memory after those 60 s, against an empty window"));
    }

    /// Percent of a core.
    private record Used(double mine, double theirs) {
        Figure figure(String name, String aim, String what) {
            return Figure.against(name, mine, theirs, aim, "% of a core", what);
        }
    }

    private static Used used(WindowProcess ours, WindowProcess empty) throws IOException, InterruptedException {
        Thread.sleep(SETTLE_MILLIS);
        double mine = ours.cpuSeconds();
        double theirs = empty.cpuSeconds();
        Thread.sleep(SECONDS * 1000L);
        return new Used((ours.cpuSeconds() - mine) * 100 / SECONDS, (empty.cpuSeconds() - theirs) * 100 / SECONDS);
    }
}
