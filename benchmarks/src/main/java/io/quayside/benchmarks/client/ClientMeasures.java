package io.quayside.benchmarks.client;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Places;
import io.quayside.benchmarks.Samples;
import io.quayside.benchmarks.client.Turns.Cost;
import io.quayside.benchmarks.peer.ClientLoop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Lists, inspections, logs and streams of figures: what they take by the clock, of the CPU and of memory, in both
/// clients.
public final class ClientMeasures {
    private static final String AIM = "<= 0.5";
    private static final List<String> TRANSPORTS = List.of("okhttp", "httpclient5");

    /// @param work what Quayside's client is told to do
    /// @param peerWork what docker-java is told to do
    private record Comparison(String name, String work, String peerWork, int warmUp, int rounds) {
        String what(RealEngine engine) {
            return switch (peerWork) {
                case "list" -> "list of " + engine.containers() + " containers";
                case "inspect" -> "100 inspections";
                case "stats" -> ClientLoop.SAMPLES + " samples of each of " + RealEngine.TALKERS + " containers";
                default -> RealEngine.LINES + " log lines";
            };
        }

        String containers(RealEngine engine) throws NotMeasuredException {
            return isPaced() ? engine.running() : engine.logger();
        }

        /// Whether the engine sets the pace, so that the clock says nothing about a client.
        boolean isPaced() {
            return work.equals("stats");
        }
    }

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("client-list", "list", "list", 30, 40),
            new Comparison("client-inspect", "inspect", "inspect", 8, 11),
            new Comparison("client-logs-next", "logs", "logs", 1, 3),
            new Comparison("client-logs-in-place", "logs-in-place", "logs", 1, 3),
            new Comparison("client-stats", "stats", "stats", 2, 5));

    private ClientMeasures() {}

    /// One measure for each comparison.
    public static List<Measure> all() {
        return COMPARISONS.stream()
                .map(comparison -> new Measure(List.of(comparison.name()), () -> figures(comparison)))
                .toList();
    }

    private static List<Figure> figures(Comparison comparison) throws IOException, NotMeasuredException {
        RealEngine engine = RealEngine.get();
        String containers = comparison.containers(engine);
        List<Figure> figures = new ArrayList<>();
        for (String transport : TRANSPORTS) {
            try (Turns ours = Turns.start(
                            Places.plainJvm(Places.ownClassPath()),
                            "io.quayside.benchmarks.client.QuaysideClient",
                            comparison.work(),
                            engine.address(),
                            containers);
                    Turns peer = Turns.start(
                            Places.plainJvm(Places.peerClassPath()),
                            "io.quayside.benchmarks.peer.DockerJavaClient",
                            transport,
                            comparison.peerWork(),
                            engine.address(),
                            containers)) {
                figures.addAll(compare(comparison, transport, ours, peer, engine));
            }
        }
        return figures;
    }

    private static List<Figure> compare(
            Comparison comparison, String transport, Turns ours, Turns peer, RealEngine engine)
            throws IOException, NotMeasuredException {
        for (int i = 0; i < comparison.warmUp(); i++) {
            ours.take();
            peer.take();
        }
        List<Cost> mine = new ArrayList<>();
        List<Cost> theirs = new ArrayList<>();
        for (int i = 0; i < comparison.rounds(); i++) {
            mine.add(ours.take());
            theirs.add(peer.take());
        }
        if (mine.getLast().result() != theirs.getLast().result()) {
            throw new NotMeasuredException("the clients didn't do the same: "
                    + mine.getLast().result() + " and " + theirs.getLast().result());
        }
        String what = comparison.what(engine) + " of " + engine.name() + ", against docker-java on " + transport;
        String name = comparison.name() + "-" + transport;
        List<Figure> figures = new ArrayList<>();
        if (!comparison.isPaced()) {
            figures.add(Figure.against(
                    name + "-wall",
                    Samples.median(parts(mine, Cost::millis)),
                    Samples.median(parts(theirs, Cost::millis)),
                    AIM,
                    "ms",
                    what));
        }
        figures.add(Figure.against(
                name + "-cpu",
                Samples.mean(parts(mine, Cost::cpuMillis)),
                Samples.mean(parts(theirs, Cost::cpuMillis)),
                AIM,
                "ms",
                what + ", CPU"));
        figures.add(Figure.against(
                name + "-allocation",
                Samples.median(parts(mine, Cost::megabytes)),
                Samples.median(parts(theirs, Cost::megabytes)),
                AIM,
                "MB",
                what + ", allocated"));
        return figures;
    }

    private static List<Double> parts(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return costs.stream().map(part::applyAsDouble).toList();
    }
}
