package io.quayside.engine.build;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.plugin.PlugInRun;
import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.StreamedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/// BuildKit in the engine, through the program `docker-buildx`: the session that sends it files and secrets is that
/// program's own protocol. Registries are asked with what `docker login` stored, and with the logins of the spec.
///
/// @param environment added to that of this process
/// @param reason why it is this builder
record BuildKitBuilder(EngineEndpoint endpoint, Path program, Map<String, String> environment, String reason)
        implements ImageBuilder {

    @Override
    public String name() {
        return "BuildKit";
    }

    @Override
    public boolean takesSecrets() {
        return true;
    }

    @Override
    public boolean readsKeptLogins() {
        return true;
    }

    @Override
    public String build(BuildSpec spec, Path folder, Consumer<BuildEvent> events)
            throws BuildException, EngineException {
        Path context = folder.toAbsolutePath();
        try (PlugInRun run = PlugInRun.create(endpoint)) {
            BuildContext.of(context, spec.dockerfile());
            Path image = run.folder().resolve("image");
            ProcessRequest request = run.request(
                            BuildxCommand.arguments(program, spec, context, image),
                            environment,
                            spec.logins(),
                            Set.of())
                    .withDirectory(context);
            BuildxOutput output = new BuildxOutput(events);
            try (StreamedProcess process = StreamedProcess.start(request)) {
                for (Optional<String> line = process.next(); line.isPresent(); line = process.next()) {
                    output.accept(line.get());
                }
                if (process.exitCode() != 0) {
                    throw failure(output, DockerfileLines.of(context, spec.dockerfile()));
                }
            }
            // Written unless nothing of it was kept.
            String id = Files.exists(image) ? Files.readString(image).strip() : "";
            events.accept(new BuildEvent.Built(id));
            return id;
        } catch (ProcessFailure e) {
            throw new BuildException.Program("docker-buildx", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new BuildException.Context(ClassicBuilder.why(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(null, e);
        }
    }

    private static BuildException failure(BuildxOutput output, DockerfileLines lines) {
        Optional<SolveFold.Failed> failed = output.failed();
        if (failed.isPresent()) {
            BuildEvent.StepAdded step = failed.get().step();
            OptionalInt line = output.line().isPresent()
                    ? output.line()
                    : lines.line(step.stage(), step.number(), step.instruction());
            return new BuildException.Step(step.step(), failed.get().words(), line);
        }
        OptionalInt line = DockerfileLines.lineIn(output.error());
        if (line.isPresent() || output.line().isPresent()) {
            return new BuildException.Dockerfile(output.error(), line.isPresent() ? line : output.line());
        }
        return new BuildException.Program("docker-buildx", output.error());
    }
}
