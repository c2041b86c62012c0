package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From the start of the process to a painted list, against three painted windows: one without content that has
/// Quayside's own AOT
/// cache, the same with the small cache that it needs, and one with the toolkit's own table.
public final class StartMeasure {
    private static final int CONTAINERS = 100;
    private static final int ROUNDS = 7;

    private StartMeasure() {}

    public static Measure start100() {
        return new Measure(List.of("start-100"), StartMeasure::figures);
    }

    private record Start(double millis, double cpuMillis) {}

    private static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        List<Start> ours = new ArrayList<>();
        List<Start> empty = new ArrayList<>();
        List<Start> bare = new ArrayList<>();
        List<Start> table = new ArrayList<>();
        try (Workplace place = Workplace.with(CONTAINERS, CONTAINERS)) {
            Path bareCache = WindowProcess.cacheOf(EmptyWindow.class, place);
            Path tableCache = WindowProcess.cacheOf(TableWindow.class, place);
            for (int i = 0; i <= ROUNDS; i++) {
                Start mine = once(WindowProcess.quayside(place, false));
                Start nothing = once(WindowProcess.empty(place, false));
                Start least = once(WindowProcess.peer(EmptyWindow.class, bareCache, place));
                Start rows = once(WindowProcess.peer(TableWindow.class, tableCache, place));
                // The first round brings the files into memory.
                if (i > 0) {
                    ours.add(mine);
                    empty.add(nothing);
                    bare.add(least);
                    table.add(rows);
                }
            }
        }
        String what = "process start to a painted list of 100 containers, against ";
        return List.of(
                wall("start-100", ours, empty, "<= 1.5", what + "an empty window"),
                cpu("start-100-cpu", ours, empty, what + "an empty window, CPU"),
                wall("start-100-bare", ours, bare, "-", what + "an empty window with an AOT cache of its own"),
                wall("start-100-table", ours, table, "-", what + "JavaFX's own table in a window"),
                cpu("start-100-table-cpu", ours, table, what + "JavaFX's own table in a window, CPU"));
    }

    private static Figure wall(String name, List<Start> ours, List<Start> theirs, String aim, String what) {
        return Figure.against(
                name,
                Samples.median(ours.stream().map(Start::millis).toList()),
                Samples.median(theirs.stream().map(Start::millis).toList()),
                aim,
                "ms",
                what);
    }

    private static Figure cpu(String name, List<Start> ours, List<Start> theirs, String what) {
        return Figure.against(
                name,
                Samples.mean(ours.stream().map(Start::cpuMillis).toList()),
                Samples.mean(theirs.stream().map(Start::cpuMillis).toList()),
                "-",
                "ms",
                what);
    }

    private static Start once(WindowProcess window) throws IOException, NotMeasuredException {
        try (window) {
            double ready = window.awaitReady();
            return new Start(ready, window.cpuSeconds() * 1000);
        }
    }
}
