package io.quayside.engine.build;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// Builds images of folders, by whichever builder there is.
public sealed interface ImageBuilder permits ClassicBuilder, BuildKitBuilder {

    /// Which builder it is, such as `BuildKit`.
    String name();

    /// Why it is this one, in a sentence.
    String reason();

    /// Whether it gives steps the secrets that they ask for.
    boolean takesSecrets();

    /// Whether it finds the logins that docker keeps by itself, so that a spec needs to name only others.
    boolean readsKeptLogins();

    /// Builds an image of a folder and waits for the end. Interrupt the thread to cancel the build: it is over when
    /// this returns.
    ///
    /// @param events hears, on the calling thread, what happens
    /// @return the image's id
    /// @throws BuildException if the build can't be done, or failed at something of the folder's
    /// @throws EngineException if the engine couldn't be asked, or the build was cancelled
    String build(BuildSpec spec, Path folder, Consumer<BuildEvent> events) throws BuildException, EngineException;

    /// The builder for an engine: BuildKit where the engine has it and `docker-buildx` is installed to speak with it,
    /// else the engine's own.
    static ImageBuilder choose(Engine engine) throws EngineException {
        return choose(engine, System.getenv());
    }

    /// Like [#choose(Engine)].
    ///
    /// @param environment where `PATH` and Docker's folder are looked up, added to what `docker-buildx` gets
    static ImageBuilder choose(Engine engine, Map<String, String> environment) throws EngineException {
        return new BuilderChoice(engine, environment).choose();
    }

    /// The engine's own builder.
    static ImageBuilder classic(Engine engine) {
        return new ClassicBuilder(engine, "It is part of every engine.");
    }
}
