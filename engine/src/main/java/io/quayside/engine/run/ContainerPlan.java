package io.quayside.engine.run;

import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import java.util.List;
import java.util.Optional;

/// What a line asks the engine for.
///
/// @param spec the container
/// @param options its name and platform
/// @param pull when its image is pulled: `missing`, `always` or `never`
public record ContainerPlan(ContainerSpec spec, CreateOptions options, String pull) {
    /// What a `docker run` of this would create.
    ///
    /// @throws RunValueException for the first option whose value can't be understood
    public static ContainerPlan of(RunSpec run, RunSurroundings surroundings) throws RunValueException {
        String pull = run.value(RunFlag.PULL).orElse("missing");
        if (!pull.equals("missing") && !pull.equals("always") && !pull.equals("never")) {
            throw new RunValueException(RunFlag.PULL, pull, "“" + pull + "” is not missing, always or never.");
        }
        String name = run.value(RunFlag.NAME).orElse("");
        if (!name.isEmpty() && !name.matches("/?[a-zA-Z0-9][a-zA-Z0-9_.-]+")) {
            throw new RunValueException(
                    RunFlag.NAME,
                    name,
                    "A name has at least two characters, letters and digits first, then also “_”, “.” and “-”.");
        }
        return new ContainerPlan(
                new SpecReader(run, surroundings).read(),
                new CreateOptions(name, run.value(RunFlag.PLATFORM).orElse("")),
                pull);
    }

    /// What is wrong with one option, looked at alone; empty when nothing is.
    public static Optional<String> problem(RunOption option, RunSurroundings surroundings) {
        try {
            RunSpec alone = new RunSpec(List.of(option), "image", List.of());
            of(option.flag() == RunFlag.NETWORK_ALIAS ? alone.with(RunFlag.NETWORK, "own") : alone, surroundings);
            return Optional.empty();
        } catch (RunValueException e) {
            return Optional.of(e.getMessage());
        }
    }
}
