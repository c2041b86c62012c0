package io.quayside.engine.build;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.engine.TestBuildx;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// A folder that a test builds, by BuildKit or the classic builder, and what the build told.
final class BuildFolder implements AutoCloseable {
    final TestEngine daemon;
    final Engine engine;
    final Path folder;
    final List<BuildEvent> events = new CopyOnWriteArrayList<>();
    private final Path settings;

    /// @param temporary empty
    BuildFolder(TestEngine daemon, Path temporary) throws Exception {
        this.daemon = daemon;
        TestImages.ensure(daemon);
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(daemon.socket()));
        folder = Files.createDirectory(temporary.resolve("context"));
        settings = Files.createDirectory(temporary.resolve("docker"));
    }

    void dockerfile(String... lines) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), String.join("\n", lines) + "\n");
    }

    /// BuildKit on this engine, in surroundings that would lead elsewhere.
    ImageBuilder buildKit(TestBuildx program) throws Exception {
        return ImageBuilder.choose(
                engine,
                Map.of(
                        "PATH", program.folder().toString(),
                        "DOCKER_CONFIG", settings.toString(),
                        "DOCKER_HOST", "unix:///nowhere.sock",
                        "DOCKER_CONTEXT", "nowhere",
                        "BUILDX_BUILDER", "nobody",
                        "SECRET_OF_TEST", "swordfish"));
    }

    String build(ImageBuilder builder, BuildSpec spec) throws Exception {
        events.clear();
        return builder.build(spec, folder, events::add);
    }

    <T extends BuildEvent> List<T> only(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The step whose instruction begins so.
    BuildEvent.StepAdded step(String instruction) {
        return only(BuildEvent.StepAdded.class).stream()
                .filter(step -> step.instruction().startsWith(instruction))
                .findFirst()
                .orElseThrow(() -> new AssertionError(instruction + " isn't among " + events));
    }

    String output(BuildEvent.StepAdded step) {
        return only(BuildEvent.Output.class).stream()
                .filter(output -> output.step() == step.step())
                .map(BuildEvent.Output::text)
                .collect(Collectors.joining());
    }

    boolean isCached(BuildEvent.StepAdded step) {
        return events.contains(new BuildEvent.StepCached(step.step()));
    }

    @Override
    public void close() {
        engine.close();
    }
}
