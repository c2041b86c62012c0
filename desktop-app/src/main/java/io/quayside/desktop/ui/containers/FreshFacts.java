package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.model.ContainerReader;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What the engine says about containers at the moment of an action. A row may be a moment behind, or know only what a
/// list says; what goes for good must not be decided by that.
///
/// Asked from the FX thread, answered there; a virtual thread asks the engine.
public final class FreshFacts {
    /// From so many containers on, one list costs less than single inspections.
    private static final int LIST_FROM = 16;

    private final ContainersParts parts;

    public FreshFacts(ContainersParts parts) {
        this.parts = parts;
    }

    /// Hands over what the engine says about these, without those that are gone.
    ///
    /// @param attempt what they are asked about for, in case the engine doesn't answer
    public void about(
            Collection<String> ids, Attempt attempt, Consumer<List<Container>> then, Consumer<Problem> failed) {
        Set<String> wanted = Set.copyOf(ids);
        Thread.ofVirtual().name("container-facts").start(() -> {
            try {
                List<Container> found = ask(parts.connected(), wanted);
                parts.fx().run(() -> then.accept(found));
            } catch (EngineException e) {
                Problem problem = parts.problems().map(e, attempt);
                parts.fx().run(() -> failed.accept(problem));
            }
        });
    }

    private static List<Container> ask(Engine engine, Set<String> ids) throws EngineException {
        if (ids.size() >= LIST_FROM) {
            Instant now = Instant.now();
            return engine.containers().list(ContainerFilter.everything()).stream()
                    .filter(summary -> ids.contains(summary.id()))
                    .map(summary -> ContainerReader.of(summary, now))
                    .toList();
        }
        List<Container> found = new ArrayList<>();
        for (String id : ids) {
            try {
                found.add(ContainerReader.of(engine.containers().inspect(id)));
            } catch (NotFoundException e) {
                // Gone meanwhile: there is nothing to do about it any more.
            }
        }
        return List.copyOf(found);
    }
}
