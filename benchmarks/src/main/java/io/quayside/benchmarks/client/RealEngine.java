package io.quayside.benchmarks.client;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.WaitCondition;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/// The real engine of the client figures, with what they need in it. Made on first use, ended with this process.
final class RealEngine {
    private static final int CONTAINERS = 1000;
    static final int LINES = 1_000_000;
    static final int TALKERS = 20;

    private static final List<EngineKind> KINDS =
            List.of(EngineKind.DOCKER_20_10, EngineKind.DOCKER_28_5, EngineKind.DOCKER_26_1);

    private static @Nullable RealEngine shared;

    private final TestEngine engine;
    private final String logger;
    private @Nullable String running;

    private RealEngine(TestEngine engine, String logger) {
        this.engine = engine;
        this.logger = logger;
    }

    static synchronized RealEngine get() throws NotMeasuredException {
        if (shared == null) {
            TestEngine engine = start();
            TestImages.ensure(engine);
            shared = new RealEngine(engine, fill(engine));
        }
        return shared;
    }

    private static TestEngine start() throws NotMeasuredException {
        List<String> reasons = new ArrayList<>();
        for (EngineKind kind : KINDS) {
            try {
                return TestEngines.fresh(kind);
            } catch (TestAbortedException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        throw new NotMeasuredException(String.join("; ", reasons));
    }

    private static String fill(TestEngine test) throws NotMeasuredException {
        try (Engine engine = EngineFactory.connect(EngineEndpoint.parse(test.host()))) {
            String line = "2026-01-01T00:00:00Z INFO request served in 12 ms, status 200, 5120 bytes";
            String logger = engine.containers()
                    .create(
                            ContainerSpec.of(TestImages.BUSYBOX, "sh", "-c", "yes '" + line + "' | head -n " + LINES),
                            CreateOptions.unnamed())
                    .id();
            engine.containers().start(logger);
            for (int i = 1; i < CONTAINERS; i++) {
                engine.containers().create(ContainerSpec.of(TestImages.BUSYBOX, "true"), CreateOptions.unnamed());
            }
            engine.containers().waitFor(logger, WaitCondition.NOT_RUNNING);
            return logger;
        } catch (EngineException | EndpointSyntaxException e) {
            throw new NotMeasuredException("the engine couldn't be filled: " + e.getMessage());
        }
    }

    String name() {
        return engine.kind().name();
    }

    String address() {
        return engine.host();
    }

    int containers() {
        return CONTAINERS;
    }

    /// The id of the container that wrote [#LINES] lines.
    String logger() {
        return logger;
    }

    /// The ids of [#TALKERS] running containers, with commas between; started on first use, so that nothing runs beside
    /// the other figures.
    synchronized String running() throws NotMeasuredException {
        if (running == null) {
            List<String> ids = new ArrayList<>();
            try (Engine client = EngineFactory.connect(EngineEndpoint.parse(engine.host()))) {
                for (int i = 0; i < TALKERS; i++) {
                    String id = client.containers()
                            .create(ContainerSpec.of(TestImages.BUSYBOX, "sleep", "100000"), CreateOptions.unnamed())
                            .id();
                    client.containers().start(id);
                    ids.add(id);
                }
            } catch (EngineException | EndpointSyntaxException e) {
                throw new NotMeasuredException("containers couldn't be started: " + e.getMessage());
            }
            running = String.join(",", ids);
        }
        return running;
    }
}
