package io.quayside.desktop.ui.run;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.fix.FreeNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.run.ContainerPlan;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunOption;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunSurroundings;
import io.quayside.engine.run.RunValueException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What is wrong with a form, as far as it shows without asking the engine or reading files.
final class RunChecks {
    /// Files aren't read while somebody types: whether they are there shows when the container is run.
    private static final RunSurroundings WITHOUT_FILES = new RunSurroundings() {
        private final RunSurroundings here = RunSurroundings.ofThisComputer();

        @Override
        public Optional<String> variable(String name) {
            return here.variable(name);
        }

        @Override
        public String read(Path file) {
            return "{}=";
        }

        @Override
        public Path folder() {
            return here.folder();
        }

        @Override
        public Path home() {
            return here.home();
        }
    };

    private RunChecks() {}

    static RunSurroundings surroundings() {
        return WITHOUT_FILES;
    }

    /// @param self the container that is edited, whose own name and ports are free for it
    static List<RunFault> of(RunSpec spec, MirrorSnapshot engine, Optional<String> self) {
        List<RunFault> faults = new ArrayList<>();
        if (spec.image().isBlank()) {
            faults.add(new RunFault(Optional.empty(), "", "Choose an image."));
        }
        for (RunOption option : spec.options()) {
            if (option.flag() != RunFlag.SECURITY_OPT) {
                ContainerPlan.problem(option, WITHOUT_FILES)
                        .ifPresent(words -> faults.add(
                                new RunFault(Optional.of(option.flag()), option.value(), SafeText.line(words))));
            }
        }
        if (faults.isEmpty()) {
            faults.addAll(together(spec));
        }
        if (faults.isEmpty()) {
            List<Container> others = engine.containers().orElse(Map.of()).values().stream()
                    .filter(container -> self.filter(container.id()::equals).isEmpty())
                    .toList();
            faults.addAll(takenNames(spec, others));
            faults.addAll(takenPorts(spec, others));
            faults.addAll(NetworkChecks.of(spec, engine, others));
        }
        return faults;
    }

    /// Options that are fine alone may not go together.
    private static List<RunFault> together(RunSpec spec) {
        try {
            ContainerPlan.of(spec, WITHOUT_FILES);
            return List.of();
        } catch (RunValueException e) {
            return e.flag() == RunFlag.SECURITY_OPT
                    ? List.of()
                    : List.of(new RunFault(Optional.of(e.flag()), e.value(), SafeText.line(e.getMessage())));
        }
    }

    private static List<RunFault> takenNames(RunSpec spec, List<Container> others) {
        String name = spec.value(RunFlag.NAME).orElse("");
        return others.stream()
                .filter(other -> other.name().equals(name))
                .map(other -> new RunFault(
                        Optional.of(RunFlag.NAME),
                        name,
                        "The name " + name + " is taken by a " + (other.isUp() ? "running" : "stopped") + " container.",
                        Optional.of(otherName(name, others))))
                .toList();
    }

    private static RunFault.Fix otherName(String name, List<Container> others) {
        String free = new FreeNames(others).name(name);
        return new RunFault.Fix("Use " + SafeText.line(free), now -> now.with(RunFlag.NAME, List.of(free)));
    }

    private static List<RunFault> takenPorts(RunSpec spec, List<Container> others) {
        List<RunFault> faults = new ArrayList<>();
        for (String value : spec.values(RunFlag.PUBLISH)) {
            for (String port : hostPorts(value)) {
                others.stream()
                        .filter(other -> other.isUp()
                                && other.ports().stream()
                                        .anyMatch(used -> port.equals(String.valueOf(used.publicPort()))
                                                && value.endsWith("/udp")
                                                        == used.type().equals("udp")))
                        .findFirst()
                        .ifPresent(other -> faults.add(new RunFault(
                                Optional.of(RunFlag.PUBLISH),
                                value,
                                "Port " + port + " is used by " + SafeText.line(other.name()) + ".",
                                FreePort.fix(spec, value, port, others))));
            }
        }
        return faults;
    }

    private static List<String> hostPorts(String value) {
        try {
            RunSpec alone = new RunSpec(List.of(new RunOption(RunFlag.PUBLISH, value)), "image", List.of());
            return ContainerPlan.of(alone, WITHOUT_FILES)
                    .spec()
                    .hostConfig()
                    .networking()
                    .portBindings()
                    .values()
                    .stream()
                    .flatMap(bindings -> Stream.of(bindings.toArray(PortBinding[]::new)))
                    .map(PortBinding::hostPort)
                    .filter(port -> !port.isEmpty())
                    .toList();
        } catch (RunValueException e) {
            return List.of();
        }
    }
}
