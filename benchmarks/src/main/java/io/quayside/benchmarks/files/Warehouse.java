package io.quayside.benchmarks.files;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.files.ContainerFileSystem;
import io.quayside.engine.files.MountMarks;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.time.Duration;
import java.time.InstantSource;
import org.opentest4j.TestAbortedException;

/// A real engine with a container that has a folder of many small files and one large file.
final class Warehouse implements AutoCloseable {
    static final int ENTRIES = 100_000;
    static final int MEGABYTES = 1000;
    static final String MANY = "/many";
    static final String LARGE = "/large";
    static final String EMPTY = "/in";

    private static final String NAME = "warehouse";
    private static final Duration COPY = Duration.ofMinutes(10);

    private final TestEngine test;
    private final Engine engine;

    private Warehouse(TestEngine test, Engine engine) {
        this.test = test;
        this.engine = engine;
    }

    static Warehouse open() throws NotMeasuredException {
        try {
            TestEngine test = TestEngines.fresh(EngineKind.DOCKER_20_10);
            TestImages.ensure(test);
            test.docker("run", "--name", NAME, "--stop-signal", "KILL", "-d", TestImages.BUSYBOX, "sleep", "100000");
            Warehouse warehouse = new Warehouse(test, EngineFactory.connect(EngineEndpoint.parse(test.host())));
            warehouse.docker(
                    "exec", NAME, "sh", "-c", "mkdir /many /in; cd /many; seq 1 " + ENTRIES + " | xargs touch");
            // Not of zeros: those would be left out on this computer as holes.
            warehouse.docker("exec", NAME, "dd", "if=/dev/urandom", "of=" + LARGE, "bs=1000000", "count=" + MEGABYTES);
            return warehouse;
        } catch (TestAbortedException | EngineException | EndpointSyntaxException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    ContainerFileSystem files(boolean running) throws EngineException {
        return new ContainerFileSystem(
                engine, NAME, running, MountMarks.of(engine.containers().inspect(NAME)), InstantSource.system());
    }

    /// How long `docker` takes with these words.
    double dockerMillis(String... words) {
        Command command = test.dockerCommand(words).withDeadline(COPY);
        long start = System.nanoTime();
        command.run().orFail();
        return (System.nanoTime() - start) / 1e6;
    }

    private void docker(String... words) {
        test.dockerCommand(words).withDeadline(COPY).run().orFail();
    }

    /// As `docker cp` names a path in the container.
    static String inContainer(String path) {
        return NAME + ":" + path;
    }

    String engineName() {
        return test.kind().name();
    }

    @Override
    public void close() {
        engine.close();
        test.close();
    }
}
