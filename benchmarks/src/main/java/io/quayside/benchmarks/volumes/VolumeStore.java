package io.quayside.benchmarks.volumes;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.testing.command.Command;
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

/// A real engine with a volume of about 1 GB, and a folder for its archives.
final class VolumeStore implements AutoCloseable {
    static final String VOLUME = "large";

    /// Half of it can't be compressed, half is text; and some thousand small files.
    private static final String FILL =
            "cd /v; for i in 1 2 3 4 5; do dd if=/dev/urandom of=random-$i bs=1000000 count=100;"
                    + " seq $((i * 100000000)) $((i * 100000000 + 9999999)) > text-$i; done;"
                    + " mkdir small; for i in $(seq 1 4000); do seq 1 200 > small/$i; done";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final TestEngine test;
    private final Engine engine;
    private final Path folder;

    private VolumeStore(TestEngine test, Engine engine, Path folder) {
        this.test = test;
        this.engine = engine;
        this.folder = folder;
    }

    static VolumeStore open() throws IOException, NotMeasuredException {
        if (Command.find("zstd").isEmpty()) {
            throw new NotMeasuredException("there is no zstd to measure against");
        }
        try {
            TestEngine test = TestEngines.fresh(EngineKind.DOCKER_20_10);
            TestImages.ensure(test);
            VolumeStore store = new VolumeStore(
                    test,
                    EngineFactory.connect(EngineEndpoint.parse(test.host())),
                    Files.createTempDirectory("quayside-bench-volumes"));
            store.docker("run", "--rm", "--volume", VOLUME + ":/v", TestImages.BUSYBOX, "sh", "-c", FILL);
            return store;
        } catch (TestAbortedException | EngineException | EndpointSyntaxException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    Engine engine() {
        return engine;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void docker(String... words) {
        test.dockerCommand(words).withDeadline(PATIENCE).run().orFail();
    }

    /// As somebody would by hand, through a container that is gone afterwards.
    void pack(Path file) {
        shell("docker --host " + test.host() + " run --rm --log-driver none --volume " + VOLUME + ":/v:ro "
                + TestImages.BUSYBOX + " tar -cf - -C /v . | zstd -q -3 -f -o " + file);
    }

    /// The same into a new volume.
    void unpack(Path file, String volume) {
        shell("zstd -dc " + file + " | docker --host " + test.host() + " run --rm -i --volume " + volume + ":/v "
                + TestImages.BUSYBOX + " tar -xf - -C /v");
    }

    private static void shell(String line) {
        Command.of("bash", "-c", "set -o pipefail; " + line)
                .withDeadline(PATIENCE)
                .run()
                .orFail();
    }

    /// What is in a volume, for comparing.
    String listing(String volume) {
        return test.dockerCommand(
                        "run",
                        "--rm",
                        "--volume",
                        volume + ":/v:ro",
                        TestImages.BUSYBOX,
                        "sh",
                        "-c",
                        "cd /v; find . | wc -l; cat random-* text-* small/* | sha256sum")
                .withDeadline(PATIENCE)
                .run()
                .orFail()
                .output();
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
