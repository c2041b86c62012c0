package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// From the start of the process to a painted list, against a painted window without content.
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
        try (Workplace place = Workplace.with(CONTAINERS, CONTAINERS)) {
            Path cache = WindowProcess.emptyCache(place);
            for (int i = 0; i <= ROUNDS; i++) {
                Start mine = once(WindowProcess.quayside(place, false));
                Start theirs = once(WindowProcess.empty(cache, place, false));
                // The first round brings the files into memory.
                if (i > 0) {
                    ours.add(mine);
                    empty.add(theirs);
                }
            }
        }
        String what = "process start to a painted list of 100 containers, against an empty window";
        return List.of(
                Figure.against(
                        "start-100",
                        Samples.median(ours.stream().map(Start::millis).toList()),
                        Samples.median(empty.stream().map(Start::millis).toList()),
                        "<= 1.5",
                        "ms",
                        what),
                Figure.against(
                        "start-100-cpu",
                        Samples.mean(ours.stream().map(Start::cpuMillis).toList()),
                        Samples.mean(empty.stream().map(Start::cpuMillis).toList()),
                        "-",
                        "ms",
                        what + ", CPU"));
    }

    private static Start once(WindowProcess window) throws IOException, NotMeasuredException {
        try (window) {
            double ready = window.awaitReady();
            return new Start(ready, window.cpuSeconds() * 1000);
        }
    }
}
