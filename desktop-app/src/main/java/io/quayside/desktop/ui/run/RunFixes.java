package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.EngineCause;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.fix.FreeNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What can be done about a form that the engine didn't take: another port or name, the registry's door, the field that
/// it is about, another try. Opens sockets and asks registries: not for the FX thread. The buttons run there.
///
/// @param spec what the form said when it was sent
/// @param form what the buttons do with it
record RunFixes(ContainersParts parts, RunSpec spec, Form form) {
    /// Trying again would end the same way.
    private static final Set<String> HOPELESS = Set.of(
            "image-missing",
            "login-needed",
            "registry-untrusted",
            "command-missing",
            "run-option",
            "not-possible",
            "cancelled");

    /// FX thread.
    interface Form {
        /// Sends it once more.
        void again();

        /// Changes it, then sends it once more.
        void change(UnaryOperator<RunSpec> change);

        /// Shows the field that something is about.
        void focus(RunFault about);
    }

    Problem with(Problem problem) {
        Problem told = new RegistryFaults(parts).pulling(problem, image(problem), form::again);
        List<Problem.Action> buttons = new ArrayList<>(told.actions());
        Consumer<RunFlag> edit = flag -> buttons.add(new Problem.Action(
                flag == RunFlag.PUBLISH ? "Edit ports…" : "Edit mounts…", () -> form.focus(about(flag))));
        switch (told.cause().orElse(null)) {
            case EngineCause.PortTaken(int port) -> {
                otherPort(port).ifPresent(buttons::add);
                edit.accept(RunFlag.PUBLISH);
            }
            case EngineCause.NameTaken(String name, String _) -> buttons.add(otherName(name));
            case EngineCause.MountDenied _ -> edit.accept(mounts());
            case null, default -> {}
        }
        boolean timed = buttons.stream().anyMatch(action -> action.label().startsWith("Retry"));
        if (!HOPELESS.contains(told.code()) && !timed) {
            buttons.add(new Problem.Action("Try again", form::again));
        }
        return told.withActions(buttons);
    }

    private String image(Problem problem) {
        return problem.cause().orElse(null) instanceof EngineCause.ImageMissing(String reference)
                        && !reference.isEmpty()
                        && !spec.image().startsWith(reference)
                ? reference
                : spec.image();
    }

    private RunFault about(RunFlag flag) {
        return new RunFault(
                Optional.of(flag), spec.values(flag).stream().findFirst().orElse(""), "");
    }

    private RunFlag mounts() {
        return spec.values(RunFlag.VOLUME).isEmpty() ? RunFlag.MOUNT : RunFlag.VOLUME;
    }

    private Optional<Problem.Action> otherPort(int taken) {
        String from = String.valueOf(taken);
        Optional<String> value = spec.values(RunFlag.PUBLISH).stream()
                .filter(one -> PortValue.of(one)
                        .filter(parts -> parts.outside().equals(from))
                        .isPresent())
                .findFirst();
        boolean here = parts.session().engine().stream()
                .anyMatch(engine -> engine.endpoint() instanceof EngineEndpoint.UnixSocket);
        OptionalInt free = names().port(taken, here);
        if (value.isEmpty() || free.isEmpty()) {
            return Optional.empty();
        }
        int port = free.getAsInt();
        return Optional.of(new Problem.Action(
                "Use port " + port,
                () -> form.change(now -> FreePort.with(
                        now,
                        value.get(),
                        PortValue.of(value.get()).orElseThrow().at(String.valueOf(port))))));
    }

    private Problem.Action otherName(String taken) {
        String free = names().name(taken);
        return new Problem.Action(
                "Use " + SafeText.line(free), () -> form.change(now -> now.with(RunFlag.NAME, List.of(free))));
    }

    private FreeNames names() {
        return new FreeNames(parts.session()
                .mirror()
                .snapshot()
                .containers()
                .orElse(Map.of())
                .values());
    }
}
