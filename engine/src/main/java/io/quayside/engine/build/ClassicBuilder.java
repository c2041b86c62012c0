package io.quayside.engine.build;

import io.quayside.engine.Engine;
import io.quayside.engine.error.BadRequestException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.stream.EngineStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The engine's own builder, through its API. It has one step at a time; the sending of the folder is the first.
///
/// @param engine that builds
/// @param reason why it is this builder
record ClassicBuilder(Engine engine, String reason) implements ImageBuilder {
    private static final int SENDING = 1;

    @Override
    public String name() {
        return "classic builder";
    }

    @Override
    public boolean readsKeptLogins() {
        return false;
    }

    @Override
    public boolean takesSecrets() {
        return false;
    }

    @Override
    public String build(BuildSpec spec, Path folder, Consumer<BuildEvent> events)
            throws BuildException, EngineException {
        if (!spec.secrets().isEmpty()) {
            throw new BuildException.NotPossible("The classic builder has no secrets, only BuildKit does. " + reason);
        }
        Run run = new Run(spec, folder, events);
        try (EngineStream<BuildEvent> build = send(spec, folder, events)) {
            for (Optional<BuildEvent> event = build.next(); event.isPresent(); event = build.next()) {
                run.accept(event.get());
            }
        } catch (RefusedException e) {
            throw run.meaning(e);
        }
        return run.image;
    }

    private EngineStream<BuildEvent> send(BuildSpec spec, Path folder, Consumer<BuildEvent> events)
            throws BuildException, EngineException {
        try {
            BuildContext context = BuildContext.of(folder, spec.dockerfile());
            events.accept(new BuildEvent.StepAdded(SENDING, "", 0, 0, "Send the folder", Set.of()));
            events.accept(new BuildEvent.StepStarted(SENDING, Instant.now()));
            EngineStream<BuildEvent> build = engine.builds()
                    .build(
                            spec,
                            context.archive(
                                    sent -> events.accept(new BuildEvent.Fetching(SENDING, "", sent, 0, "Sending"))));
            events.accept(new BuildEvent.StepEnded(SENDING, Instant.now(), Optional.empty()));
            return build;
        } catch (UncheckedIOException e) {
            throw new BuildException.Context(why(e.getCause()), e);
        } catch (IOException e) {
            throw new BuildException.Context(why(e), e);
        }
    }

    /// The system's own messages are often nothing but a path.
    static String why(@Nullable Throwable e) {
        return switch (e) {
            case AccessDeniedException denied -> denied.getFile() + " can't be read: no right to";
            case NoSuchFileException gone -> gone.getFile() + " is gone";
            case FileSystemException other -> other.getFile() + " can't be read: " + other.getReason();
            case null, default -> e == null ? "The folder can't be read" : String.valueOf(e.getMessage());
        };
    }

    /// What is known of one build, to tell whose failure it is. For the thread that builds.
    private static final class Run {
        private final BuildSpec spec;
        private final Path folder;
        private final Consumer<BuildEvent> events;
        private int count;
        private int failed;
        private String image = "";

        Run(BuildSpec spec, Path folder, Consumer<BuildEvent> events) {
            this.spec = spec;
            this.folder = folder;
            this.events = events;
        }

        void accept(BuildEvent event) {
            switch (event) {
                case BuildEvent.StepAdded added -> count++;
                case BuildEvent.StepEnded ended -> failed = ended.failure().isPresent() ? ended.step() : 0;
                case BuildEvent.Built built -> image = built.imageId();
                default -> {}
            }
            events.accept(event);
        }

        /// The engine tells all failures alike; when it happened says what it means.
        RefusedException meaning(RefusedException e) throws BuildException {
            String words = e.engineMessage().orElse("").strip();
            if (failed > 0) {
                throw new BuildException.Step(
                        failed,
                        words,
                        DockerfileLines.of(folder, spec.dockerfile()).line(count));
            }
            OptionalInt line = DockerfileLines.lineIn(words);
            if (line.isPresent() || e instanceof BadRequestException) {
                throw new BuildException.Dockerfile(words, line);
            }
            return e;
        }
    }
}
