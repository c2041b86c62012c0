package io.quayside.benchmarks.logs;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import org.opentest4j.TestAbortedException;

/// A real engine with a container that printed a million lines of 100 bytes and ended.
final class Talker implements AutoCloseable {
    static final int LINES = 1_000_000;
    /// Stands in one line.
    static final String NEEDLE = "request 777777 ";

    private static final String NAME = "talker";
    private static final String TEXT =
            "2026-01-01T00:00:00Z INFO served in 12 ms with status 200 and a body of 5120 bytes";

    private final TestEngine test;
    private final Engine engine;

    private Talker(TestEngine test, Engine engine) {
        this.test = test;
        this.engine = engine;
    }

    static Talker start() throws NotMeasuredException {
        try {
            TestEngine test = TestEngines.fresh(EngineKind.DOCKER_20_10);
            TestImages.ensure(test);
            String script = "seq " + LINES + " | sed 's/.*/request & " + TEXT + "/'";
            test.docker(
                    "run", "--name", NAME, "--log-driver", "json-file", "-d", TestImages.BUSYBOX, "sh", "-c", script);
            test.docker("wait", NAME);
            return new Talker(test, EngineFactory.connect(EngineEndpoint.parse(test.host())));
        } catch (TestAbortedException | EngineException | EndpointSyntaxException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    Engine engine() {
        return engine;
    }

    String id() {
        return NAME;
    }

    String engineName() {
        return test.kind().name();
    }

    /// How long `docker logs` takes when nobody reads what it prints.
    double dockerLogsMillis() throws IOException, InterruptedException, NotMeasuredException {
        long start = System.nanoTime();
        Process docker = new ProcessBuilder("docker", "-H", test.host(), "logs", NAME)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (docker.waitFor() != 0) {
            throw new NotMeasuredException("docker logs failed");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() {
        engine.close();
        test.close();
    }
}
