package io.quayside.benchmarks.images;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// A real engine with a large image, and a folder for its archives.
final class ImageStore implements AutoCloseable {
    static final int MEGABYTES = 1000;
    static final String IMAGE = "quayside/large:1";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TestEngine test;
    private final Engine engine;
    private final Path folder;

    private ImageStore(TestEngine test, Engine engine, Path folder) {
        this.test = test;
        this.engine = engine;
        this.folder = folder;
    }

    static ImageStore open() throws IOException, NotMeasuredException {
        try {
            TestEngine test = TestEngines.fresh(EngineKind.DOCKER_20_10);
            TestImages.ensure(test);
            ImageStore store = new ImageStore(
                    test,
                    EngineFactory.connect(EngineEndpoint.parse(test.host())),
                    Files.createTempDirectory("quayside-bench-images"));
            store.makeImage();
            return store;
        } catch (TestAbortedException | EngineException | EndpointSyntaxException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    private void makeImage() {
        String random = "dd if=/dev/urandom of=/large bs=1000000 count=" + MEGABYTES;
        docker("run", "--name", "large", TestImages.BUSYBOX, "sh", "-c", random);
        docker("commit", "large", IMAGE);
        docker("rm", "large");
    }

    Engine engine() {
        return engine;
    }

    Path folder() {
        return folder;
    }

    /// Where `docker save` puts the image.
    Path file() {
        return folder.resolve("image.tar");
    }

    /// The `docker` command line.
    void docker(String... words) {
        test.dockerCommand(words).withDeadline(PATIENCE).run().orFail();
    }

    @Override
    public void close() throws IOException {
        engine.close();
        test.close();
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
