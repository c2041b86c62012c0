package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.AppTask.NextStep;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.Engine;
import io.quayside.engine.recreate.Recreation;
import io.quayside.engine.recreate.Replacement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Replaced containers whose time is over and that nobody removed, because Quayside ended before. They are offered for
/// removal in Tasks, never removed unasked: whoever closed the window may have counted on going back. FX thread.
public final class OldContainers implements AutoCloseable {
    /// After the end of the time, in which the one who replaced it removes it.
    private static final Duration LATER = Duration.ofMinutes(1);

    private final ContainersParts parts;
    private final Set<String> offered = new HashSet<>();
    private final Subscription listening;

    /// Looks from now on.
    public OldContainers(ContainersParts parts) {
        this.parts = parts;
        this.listening = parts.session().mirror().onChange(this::look);
    }

    /// On the mirror's thread: there may be thousands of containers, and hardly ever one of these.
    private void look(MirrorSnapshot snapshot) {
        Map<String, Container> all = snapshot.containers().orElse(Map.of());
        if (!snapshot.live()) {
            return;
        }
        Instant now = parts.clock().instant();
        for (Container container : all.values()) {
            Replacement.Aside.of(container.labels())
                    .filter(aside -> isLeft(all.get(aside.oldId()), aside, now))
                    .ifPresent(aside -> parts.fx().run(() -> {
                        if (offered.add(aside.oldId())) {
                            offer(container, aside);
                        }
                    }));
        }
    }

    private static boolean isLeft(@Nullable Container old, Replacement.Aside aside, Instant now) {
        return old != null
                && !old.isUp()
                && old.name().equals(aside.aside())
                && aside.at().plus(KeptContainers.KEPT).plus(LATER).isBefore(now);
    }

    private void offer(Container container, Replacement.Aside aside) {
        String name = SafeText.line(container.name());
        String old = SafeText.line(aside.aside());
        parts.tasks()
                .task("Looking at " + old)
                .doneTitle(old + " is still there")
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .start(
                        context -> {
                            context.outcome(name + " took its place at " + Times.full(aside.at())
                                    + ". Its volumes stay when it is deleted");
                            return old;
                        },
                        ignored -> {},
                        ignored -> Optional.of(new NextStep(
                                "Delete", () -> delete(old, aside.by(container.id(), container.name())))));
    }

    private void delete(String name, Replacement made) {
        Optional<Engine> engine = parts.session().engine();
        if (engine.isPresent()) {
            parts.tasks()
                    .task("Deleting " + name)
                    .doneTitle("Deleted " + name)
                    .kind(TaskKind.CONTAINER)
                    .location("containers")
                    .explain(failure -> parts.problems().map(failure, new Attempt("delete", name)))
                    .start(context -> {
                        new Recreation(engine.get()).discardOld(made);
                        return name;
                    });
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
