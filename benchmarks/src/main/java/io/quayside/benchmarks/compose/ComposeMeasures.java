package io.quayside.benchmarks.compose;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A project of 20 services brought up, taking turns with Docker Compose alone.
public final class ComposeMeasures {
    private static final int SERVICES = 20;
    private static final int TURNS = 5;
    /// So many of them begin together, then the next ones, which depend on them.
    private static final int WAVE = 5;

    private ComposeMeasures() {}

    public static Measure up20() {
        return new Measure(List.of("compose-up-20"), ComposeMeasures::figures);
    }

    private static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (ProjectYard yard = ProjectYard.open(text())) {
            ComposeModel model = yard.read();
            for (int i = 0; i <= TURNS; i++) {
                double millis = yard.ours(model);
                yard.down(SERVICES);
                double peer = yard.peer();
                yard.down(SERVICES);
                // The first turn is for compiling and for caches.
                if (i > 0) {
                    ours.add(millis);
                    theirs.add(peer);
                }
            }
        } catch (ComposeException | EngineException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
        return List.of(Figure.against(
                "compose-up-20",
                Samples.median(ours),
                Samples.median(theirs),
                "<= 1.05",
                "ms",
                "20 services up, with the session that follows the engine, against docker compose up -d"));
    }

    private static String text() {
        StringBuilder text = new StringBuilder("services:\n");
        for (int i = 0; i < SERVICES; i++) {
            text.append("  service-").append(i).append(":\n");
            text.append("    image: IMAGE\n    command: [\"sleep\", \"100000\"]\n    stop_grace_period: 0s\n");
            if (i >= WAVE) {
                text.append("    depends_on: [service-").append(i - WAVE).append("]\n");
            }
        }
        return text.toString();
    }
}
