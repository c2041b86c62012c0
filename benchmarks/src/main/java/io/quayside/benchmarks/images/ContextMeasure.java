package io.quayside.benchmarks.images;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.benchmarks.Samples;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.build.BuildException;
import io.quayside.engine.build.BuildSpec;
import io.quayside.engine.build.ImageBuilder;
import io.quayside.engine.endpoint.EndpointSyntaxException;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.testing.command.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// A folder of many files, packed and sent, taking turns with `docker build`.
public final class ContextMeasure {
    private static final int TURNS = 15;
    private static final int FOLDERS = 200;
    private static final int FILES = 100;
    private static final int BYTES = 2000;

    private ContextMeasure() {}

    public static Measure context() {
        return new Measure(List.of("build-context"), ContextMeasure::figures);
    }

    private static List<Figure> figures() throws IOException, NotMeasuredException {
        Path folder = Files.createTempDirectory("quayside-bench-context");
        try (ArchiveSink sink = new ArchiveSink();
                Engine engine = EngineFactory.open(EngineEndpoint.parse(sink.address()))) {
            fill(folder);
            return List.of(sent(engine, sink, folder));
        } catch (EngineException | BuildException | EndpointSyntaxException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        } finally {
            delete(folder);
        }
    }

    private static void fill(Path folder) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");
        byte[] content = new byte[BYTES];
        new Random(1).nextBytes(content);
        for (int i = 0; i < FOLDERS; i++) {
            Path sub = Files.createDirectory(folder.resolve("folder-" + i));
            for (int j = 0; j < FILES; j++) {
                Files.write(sub.resolve("file-" + j + ".js"), content);
            }
        }
    }

    private static Figure sent(Engine engine, ArchiveSink sink, Path folder)
            throws EngineException, BuildException, NotMeasuredException {
        ImageBuilder builder = ImageBuilder.classic(engine);
        Command docker = Command.of("docker", "--host", sink.address(), "build", folder.toString())
                .withEnvironment("DOCKER_BUILDKIT", "0");
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int i = 0; i <= TURNS; i++) {
            long start = System.nanoTime();
            builder.build(BuildSpec.tagged(), folder, event -> {});
            long between = System.nanoTime();
            requireAll(sink.taken());
            long again = System.nanoTime();
            docker.run().orFail();
            long end = System.nanoTime();
            requireAll(sink.taken());
            // The first turn is for compiling and for caches.
            if (i > 0) {
                ours.add((between - start) / 1e6);
                theirs.add((end - again) / 1e6);
            }
        }
        return Figure.against(
                "build-context",
                Samples.median(ours),
                Samples.median(theirs),
                "<= 1.11",
                "ms",
                "20,000 files of 2 kB packed and sent, against docker build");
    }

    private static void requireAll(long bytes) throws NotMeasuredException {
        if (bytes < (long) FOLDERS * FILES * BYTES) {
            throw new NotMeasuredException("only " + bytes + " bytes came");
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
