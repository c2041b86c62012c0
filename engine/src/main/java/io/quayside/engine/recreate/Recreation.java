package io.quayside.engine.recreate;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.error.NotPossibleException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerUpdate;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.Resources;
import io.quayside.engine.model.RestartPolicy;
import io.quayside.engine.model.StopOptions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts a new container in the place of another: the old one steps aside under another name, the new one is created
/// and,
/// when the old one ran, started in its place. When a step fails or is cancelled, all of it is taken back, last step
/// first.
public final class Recreation {
    private static final RestartPolicy NEVER = RestartPolicy.NO;

    private final Engine engine;

    public Recreation(Engine engine) {
        this.engine = engine;
    }

    /// Whether a container can be made again with nothing lost when that fails: one that is removed when it stops
    /// can't.
    public static boolean isPossible(ContainerDetails details) {
        return !details.hostConfig().autoRemove() && !details.platform().equals("windows");
    }

    /// Makes the new container.
    ///
    /// @param name its name, usually the old one's
    /// @param start whether it is started even though the old one didn't run
    public Replacement replace(ContainerDetails old, ContainerSpec wanted, String name, boolean start)
            throws EngineException {
        if (!isPossible(old)) {
            throw new NotPossibleException(
                    old.name() + " is removed by the engine when it stops, so that it couldn't come back.");
        }
        String aside = freeName(old.name());
        boolean ran = isUp(old);
        RestartPolicy policy = old.hostConfig().restartPolicy();
        try (UndoSteps undo = new UndoSteps()) {
            undo.take(
                    () -> engine.containers().rename(old.id(), aside),
                    () -> engine.containers().rename(old.id(), old.name()));
            Replacement.Aside kept = new Replacement.Aside(old.id(), old.name(), aside, ran, policy, Instant.now());
            String next = Creation.create(engine, kept.noted(wanted), CreateOptions.named(name));
            undo.add(() -> engine.containers().remove(next, RemoveOptions.withEverything()));
            undo.take(() -> setPolicy(old.id(), policy, NEVER), () -> setPolicy(old.id(), NEVER, policy));
            if (ran) {
                undo.take(
                        () -> engine.containers().stop(old.id(), StopOptions.defaults()),
                        () -> engine.containers().start(old.id()));
            }
            if (ran || start) {
                engine.containers().start(next);
            }
            undo.keep();
            return new Replacement(next, name, old.id(), old.name(), aside, ran, policy);
        }
    }

    /// Puts the old container back in its place and removes the new one; all or nothing too.
    public void undo(Replacement made) throws EngineException {
        ContainerDetails next = engine.containers().inspect(made.newId());
        boolean runs = isUp(next);
        String away = freeName(made.name());
        try (UndoSteps undo = new UndoSteps()) {
            undo.take(
                    () -> engine.containers().rename(made.newId(), away),
                    () -> engine.containers().rename(made.newId(), made.name()));
            undo.take(
                    () -> engine.containers().rename(made.oldId(), made.oldName()),
                    () -> engine.containers().rename(made.oldId(), made.aside()));
            if (runs) {
                undo.take(
                        () -> engine.containers().stop(made.newId(), StopOptions.defaults()),
                        () -> engine.containers().start(made.newId()));
            }
            undo.take(
                    () -> setPolicy(made.oldId(), NEVER, made.policy()),
                    () -> setPolicy(made.oldId(), made.policy(), NEVER));
            if (made.oldRan()) {
                engine.containers().start(made.oldId());
            }
            undo.keep();
        }
        engine.containers().remove(made.newId(), RemoveOptions.withEverything());
    }

    /// Removes the old container for good. Its volumes belong to the new one now.
    public void discardOld(Replacement made) throws EngineException {
        engine.containers().remove(made.oldId(), RemoveOptions.plain());
    }

    /// Removes the old container once nobody needs it any more: the new one has to be there, and the old one as it was
    /// put aside. An old one that somebody started or renamed since then stays.
    ///
    /// @return whether it is gone
    public boolean discardUnneeded(Replacement made) throws EngineException {
        try {
            ContainerDetails old = engine.containers().inspect(made.oldId());
            if (isUp(old) || !old.name().equals(made.aside())) {
                return false;
            }
        } catch (NotFoundException gone) {
            return true;
        }
        try {
            engine.containers().inspect(made.newId());
            discardOld(made);
            return true;
        } catch (NotFoundException gone) {
            return false;
        }
    }

    private static boolean isUp(ContainerDetails details) {
        ContainerState state = details.condition().state();
        return state.hasProcesses() || state == ContainerState.RESTARTING;
    }

    /// An old container that is started again by itself would take the ports of the new one.
    private void setPolicy(String id, RestartPolicy from, RestartPolicy to) throws EngineException {
        if (!from.equals(to) && !(isNever(from) && isNever(to))) {
            engine.containers()
                    .update(id, new ContainerUpdate(Resources.builder().build(), Optional.of(to)));
        }
    }

    private static boolean isNever(RestartPolicy policy) {
        return policy.name().isEmpty() || policy.name().equals("no");
    }

    /// "web-old", or the next number.
    private String freeName(String name) throws EngineException {
        Set<String> taken = engine.containers().list(ContainerFilter.everything()).stream()
                .flatMap(container -> container.names().stream())
                .collect(Collectors.toSet());
        String free = name + "-old";
        for (int number = 2; taken.contains(free); number++) {
            free = name + "-old-" + number;
        }
        return free;
    }
}
