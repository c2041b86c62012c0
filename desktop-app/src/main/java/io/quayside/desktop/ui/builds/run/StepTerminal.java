package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.volume.Undisturbed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// A container of what a build had made when a step failed, with a shell in it. It goes away when it is stopped. FX
/// thread.
final class StepTerminal {
    /// What marks such a container, with the build that it is of.
    static final String LABEL = "io.quayside.step-of-build";

    private static final int LONGEST = 40;
    private static final int SUFFIX = 4;

    private final ContainersParts parts;
    private final Consumer<String> open;

    /// @param open goes to the terminal of a container, by its id
    StepTerminal(ContainersParts parts, Consumer<String> open) {
        this.parts = parts;
        this.open = open;
    }

    void start(BuildRecord build, StepImage at) {
        String what = "a terminal at step " + at.number() + " of "
                + SafeText.line(build.request().title());
        parts.tasks()
                .task("Opening " + what)
                .brief()
                .location(BuildRunPage.PAGE + "/" + build.id())
                .explain(failure -> parts.problems().map(failure, new Attempt("open", what)))
                .start(context -> create(parts.connected(), build, at), open);
    }

    /// Whether the engine has the image still: it goes with others that have no name.
    boolean isThere(StepImage image) {
        try {
            parts.connected().images().inspect(image.id());
            return true;
        } catch (EngineException e) {
            return false; // or nobody knows: then there is nothing to offer
        }
    }

    private static String create(Engine engine, BuildRecord build, StepImage at) throws EngineException {
        String id = engine.containers()
                .create(spec(build, at), CreateOptions.named(name(build, at)))
                .id();
        boolean started = false;
        try {
            engine.containers().start(id);
            started = true;
            return id;
        } finally {
            if (!started) {
                Undisturbed.remove(engine, id, RemoveOptions.withEverything());
            }
        }
    }

    /// The shell that is the container's own program only waits: each terminal gets one of its own.
    private static ContainerSpec spec(BuildRecord build, StepImage at) {
        ContainerSpec plain = ContainerSpec.of(at.id());
        return plain.with(plain.config().toBuilder()
                        .entrypoint(Optional.of(List.of("sh")))
                        .tty(true)
                        .openStdin(true)
                        .labels(Map.of(LABEL, build.id()))
                        .build())
                .with(plain.hostConfig().toBuilder().autoRemove(true).build());
    }

    private static String name(BuildRecord build, StepImage at) {
        String title = build.request().title().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+", "");
        return title.substring(0, Math.min(title.length(), LONGEST)) + "-step-" + at.number() + "-"
                + UUID.randomUUID().toString().substring(0, SUFFIX);
    }
}
