package io.quayside.desktop.ui.containers.fix;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.EngineCause;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import io.quayside.engine.Engine;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.recreate.Recreation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Completes problems of containers: the words that only the engine or the other containers can tell, and the buttons
/// that do something about it. A cause that nothing here helps against gets no button.
///
/// Asks the engine and opens sockets; not for the FX thread. The buttons run there.
public final class ProblemFixes {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemFixes.class);

    /// Trying again would end the same way.
    private static final Set<String> HOPELESS = Set.of(
            "wrong-architecture",
            "command-missing",
            "not-found",
            "already-removing",
            "cancelled",
            "name-taken",
            "image-missing",
            "login-needed",
            "registry-untrusted");

    /// As images call the architectures that engines name like the kernel does.
    private static final Map<String, String> ARCHITECTURES = Map.of("x86_64", "amd64", "aarch64", "arm64");

    private final EngineSession session;
    private final ProblemMapper problems;
    private final RegistryFaults faults;
    private final FixActions actions;

    public ProblemFixes(ContainersParts parts, FixActions actions) {
        this.session = parts.session();
        this.problems = parts.problems();
        this.faults = new RegistryFaults(parts);
        this.actions = actions;
    }

    /// What the engine's record of a container says: it couldn't be started, or it ran out of memory.
    ///
    /// @param again starts it
    public Problem recorded(Container container, Runnable again) {
        String name = SafeText.line(container.name());
        if (container.run().error().isEmpty()) {
            return outOfMemory(container, name);
        }
        return complete(problems.ofWords(container.run().error(), new Attempt("start", name)), container, again);
    }

    /// A problem of an action, with what can be done.
    ///
    /// @param again the same action
    public Problem complete(Problem problem, Container container, Runnable again) {
        Problem told = inWords(problem, container, again);
        List<Problem.Action> buttons = new ArrayList<>(told.actions());
        switch (told.cause().orElse(null)) {
            case EngineCause.PortTaken(int port)
            when port > 0 -> {
                usePort(container, port).ifPresent(buttons::add);
                buttons.add(new Problem.Action("Edit ports…", () -> actions.edit(container.id())));
            }
            case EngineCause.NameTaken(String name, String holder) ->
                buttons.addAll(otherName(container, name, holder, again));
            case EngineCause.WrongArchitecture() ->
                machineArchitecture()
                        .map(machine ->
                                new Problem.Action("Pull " + machine + "…", () -> actions.updateImage(container.id())))
                        .ifPresent(buttons::add);
            case EngineCause.MountDenied _ ->
                buttons.add(new Problem.Action("Edit mounts…", () -> actions.edit(container.id())));
            case EngineCause.CommandMissing _ ->
                buttons.add(new Problem.Action("Edit command…", () -> actions.edit(container.id())));
            case null, default -> {}
        }
        boolean timed =
                told.actions().stream().anyMatch(action -> action.label().startsWith("Retry"));
        if (!HOPELESS.contains(told.code()) && !timed) {
            buttons.add(new Problem.Action("Try again", again));
        }
        return told.withActions(buttons);
    }

    private Problem inWords(Problem problem, Container container, Runnable again) {
        return switch (problem.cause().orElse(null)) {
            case EngineCause.ImageMissing(String reference) ->
                faults.pulling(problem, reference.isEmpty() ? container.image() : reference, again);
            case EngineCause.LoginNeeded _,
                    EngineCause.RateLimited _,
                    EngineCause.RegistryUntrusted _,
                    EngineCause.DiskFull _ -> faults.pulling(problem, container.image(), again);
            case EngineCause.NameTaken(String name, String holder) ->
                other(holder)
                        .map(found -> problem.withWords(
                                "The name " + SafeText.line(name) + " is taken by a "
                                        + (found.isUp() ? "running" : "stopped") + " container.",
                                problem.why()))
                        .orElse(problem);
            case EngineCause.WrongArchitecture() ->
                architectures(container)
                        .map(why -> problem.withWords(problem.title(), why))
                        .orElse(problem);
            case null, default -> problem;
        };
    }

    private Problem outOfMemory(Container container, String name) {
        long limit = container.limits().memory();
        List<Problem.Action> buttons = new ArrayList<>();
        MemoryLimit.next(limit, machineMemory())
                .ifPresent(next -> buttons.add(new Problem.Action(
                        "Raise limit to " + Sizes.of(next) + " and start",
                        () -> actions.raiseLimit(container.id(), next))));
        buttons.add(new Problem.Action("Open logs", () -> actions.openLogs(container.id())));
        return new Problem(
                name + " ran out of memory.",
                limit > 0
                        ? "It reached its limit of " + Sizes.of(limit) + "."
                        : "It has no limit of its own: the engine's machine had no more.",
                buttons,
                Optional.empty(),
                List.of(),
                "out-of-memory",
                true);
    }

    private Optional<Problem.Action> usePort(Container container, int port) {
        try {
            Optional<Engine> engine = session.engine();
            if (engine.isEmpty()
                    || !Recreation.isPossible(engine.get().containers().inspect(container.id()))) {
                return Optional.empty();
            }
            boolean here = engine.get().endpoint() instanceof EngineEndpoint.UnixSocket;
            OptionalInt free = new FreeNames(all()).port(port, here);
            return free.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Problem.Action(
                            "Use port " + free.getAsInt(),
                            () -> actions.usePort(container.id(), port, free.getAsInt())));
        } catch (EngineException e) {
            LOG.debug("No other port for {}", container.id(), e);
            return Optional.empty();
        }
    }

    private List<Problem.Action> otherName(Container container, String name, String holder, Runnable again) {
        String free = new FreeNames(all()).name(name);
        List<Problem.Action> buttons = new ArrayList<>();
        buttons.add(new Problem.Action("Use " + SafeText.line(free), () -> actions.rename(container.id(), free)));
        other(holder)
                .ifPresent(found -> buttons.add(new Problem.Action(
                        "Delete the " + (found.isUp() ? "other" : "old") + " one…",
                        () -> actions.deleteThen(found.id(), again))));
        return buttons;
    }

    private Optional<Container> other(String idStart) {
        return all().stream()
                .filter(container -> container.id().startsWith(idStart))
                .findFirst();
    }

    private Collection<Container> all() {
        return session.mirror().snapshot().containers().orElse(Map.of()).values();
    }

    private Optional<String> architectures(Container container) {
        try {
            Optional<Engine> engine = session.engine();
            if (engine.isEmpty()) {
                return Optional.empty();
            }
            String image = engine.get().images().inspect(container.imageId()).architecture();
            String machine = architecture(engine.get());
            return image.isEmpty() || image.equals(machine)
                    ? Optional.empty()
                    : Optional.of("This image is for " + SafeText.line(image) + ", the engine is " + machine + ".");
        } catch (EngineException e) {
            LOG.debug("The architectures are not known", e);
            return Optional.empty();
        }
    }

    private Optional<String> machineArchitecture() {
        try {
            Optional<Engine> engine = session.engine();
            return engine.isEmpty() ? Optional.empty() : Optional.of(architecture(engine.get()));
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    private static String architecture(Engine engine) throws EngineException {
        String lower = SafeText.line(engine.system().info().architecture().toLowerCase(Locale.ROOT));
        return ARCHITECTURES.getOrDefault(lower, lower);
    }

    private long machineMemory() {
        try {
            Optional<Engine> engine = session.engine();
            return engine.isEmpty() ? 0 : engine.get().system().info().memory();
        } catch (EngineException e) {
            return 0;
        }
    }
}
