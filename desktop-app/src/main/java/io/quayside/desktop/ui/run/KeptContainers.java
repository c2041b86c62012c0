package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.task.AppTask.NextStep;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.compose.ComposeOrigin;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.NotPossibleException;
import io.quayside.engine.recreate.Recreation;
import io.quayside.engine.recreate.Replacement;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Containers that were replaced: each is kept for a while with a way back, then removed. FX thread.
public final class KeptContainers {
    /// How long one is kept.
    public static final Duration KEPT = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(KeptContainers.class);

    private final ContainersParts parts;
    private final Duration kept;

    public KeptContainers(ContainersParts parts) {
        this(parts, KEPT);
    }

    KeptContainers(ContainersParts parts, Duration kept) {
        this.parts = parts;
        this.kept = kept;
    }

    /// The way back to what was replaced just now. When the time is over, the old container is removed; when Quayside
    /// ends before that, it stays, and is offered for removal at the next start.
    public NextStep keep(Replacement made) {
        parts.session()
                .engine()
                .ifPresent(engine -> parts.fx()
                        .after(
                                kept,
                                () -> Thread.ofVirtual().name("container-kept").start(() -> discard(engine, made))));
        return new NextStep("Undo", () -> undo(made));
    }

    /// How long there is a way back, in words. Compose removes what bears a service's labels and isn't one of its
    /// containers, so that there is none after the next Up.
    static String words(Map<String, String> labels, String aside) {
        return ComposeOrigin.of(labels).isEmpty()
                ? "Undo in Tasks works for " + KEPT.toMinutes() + " min"
                : "Undo in Tasks works for " + KEPT.toMinutes() + " min, and no longer than until the project’s next"
                        + " Up: Compose removes " + SafeText.line(aside) + " then";
    }

    private static void discard(Engine engine, Replacement made) {
        try {
            if (!new Recreation(engine).discardUnneeded(made)) {
                LOG.info("{} is kept: it is in use, or nothing is in its place", made.aside());
            }
        } catch (EngineException e) {
            LOG.warn("{} can't be removed though its time is over", made.aside(), e);
        }
    }

    private void undo(Replacement made) {
        String name = SafeText.line(made.name());
        parts.tasks()
                .task("Bringing " + name + " back")
                .doneTitle("Brought " + name + " back")
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .explain(failure -> parts.problems().map(failure, new Attempt("bring back", name)))
                .start(context -> {
                    Engine engine = parts.connected();
                    ensureKept(engine, made);
                    new Recreation(engine).undo(made);
                    return made.oldId();
                });
    }

    private void ensureKept(Engine engine, Replacement made) throws EngineException {
        try {
            engine.containers().inspect(made.oldId());
        } catch (NotFoundException e) {
            boolean composed = ComposeOrigin.of(
                            engine.containers().inspect(made.newId()).config().labels())
                    .isPresent();
            throw new NotPossibleException(
                    made.aside() + " is gone: it " + (composed ? "is" : "was") + " kept for " + kept.toMinutes()
                            + " min" + (composed ? ", but an Up of its compose project removes it before that." : "."));
        }
    }
}
