package io.quayside.benchmarks.client;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Places;
import io.quayside.benchmarks.Samples;
import io.quayside.benchmarks.client.Turns.Cost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Lists, inspections and logs: what they take by the clock, of the CPU and of memory, in both clients.
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
                default -> RealEngine.LINES + " log lines";
            };
        }
    }

    private static final List<Comparison> COMPARISONS = List.of(
            new Comparison("client-list", "list", "list", 30, 40),
            new Comparison("client-inspect", "inspect", "inspect", 8, 11),
            new Comparison("client-logs-next", "logs", "logs", 2, 3),
            new Comparison("client-logs-in-place", "logs-in-place", "logs", 2, 3));

    private ClientMeasures() {}

    /// One measure for each comparison.
    public static List<Measure> all() {
        return COMPARISONS.stream()
                .map(comparison -> new Measure(List.of(comparison.name()), () -> figures(comparison)))
                .toList();
    }

    private static List<Figure> figures(Comparison comparison) throws IOException, NotMeasuredException {
        RealEngine engine = RealEngine.get();
        List<Figure> figures = new ArrayList<>();
        for (String transport : TRANSPORTS) {
            try (Turns ours = Turns.start(
                            Places.plainJvm(Places.ownClassPath()),
                            "io.quayside.benchmarks.client.QuaysideClient",
                            comparison.work(),
                            engine.address(),
                            engine.logger());
                    Turns peer = Turns.start(
                            Places.plainJvm(Places.peerClassPath()),
                            "io.quayside.benchmarks.peer.DockerJavaClient",
                            transport,
                            comparison.peerWork(),
                            engine.address(),
                            engine.logger())) {
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
        return List.of(
                Figure.against(
                        name + "-wall",
                        Samples.median(parts(mine, Cost::millis)),
                        Samples.median(parts(theirs, Cost::millis)),
                        AIM,
                        "ms",
                        what),
                Figure.against(
                        name + "-cpu",
                        Samples.mean(parts(mine, Cost::cpuMillis)),
                        Samples.mean(parts(theirs, Cost::cpuMillis)),
                        AIM,
                        "ms",
                        what + ", CPU"),
                Figure.against(
                        name + "-allocation",
                        Samples.median(parts(mine, Cost::megabytes)),
                        Samples.median(parts(theirs, Cost::megabytes)),
                        AIM,
                        "MB",
                        what + ", allocated"));
    }

    private static List<Double> parts(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return costs.stream().map(part::applyAsDouble).toList();
    }
}
